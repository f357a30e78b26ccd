/** A reading in numbers: how many statements, from how many sources, how well named, and what was set aside. */
import { ownStatements } from "../attribution/statements.ts";
import type { Attribution, FurnitureKind, Reading } from "../document.ts";

export interface Summary {
  /** Statements of the article itself; those inside teasers are not among them. */
  statements: number;
  /** Of these, how many stand inside another statement. */
  nested: number;
  /** Different sources, by entity. */
  sources: number;
  /** Statements whose source is named, described, held back or missing. */
  named: number;
  role: number;
  anonymous: number;
  unsourced: number;
  hearsay: number;
  direct: number;
  furniture: Partial<Record<FurnitureKind, number>>;
}

/** Counts a reading. */
export function summarise(reading: Reading): Summary {
  const own = ownStatements(reading);
  const count = (test: (a: Attribution) => boolean): number => own.filter(test).length;
  const furniture: Summary["furniture"] = {};
  for (const { kind } of reading.furniture) furniture[kind] = (furniture[kind] ?? 0) + 1;
  return {
    statements: own.length,
    nested: count((a) => a.within !== null),
    sources: new Set(own.flatMap((a) => a.entity ?? [])).size,
    named: count((a) => a.naming === "named"),
    role: count((a) => a.naming === "role"),
    anonymous: count((a) => a.naming === "anonymous"),
    unsourced: count((a) => a.naming === "none"),
    hearsay: count((a) => a.framing === "hearsay"),
    direct: count((a) => a.form === "direct"),
    furniture,
  };
}
