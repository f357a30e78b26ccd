/** Every number of an audit against the search that opens it. */
import { expect } from "vitest";
import type { Archive } from "../../src/archive/archive.ts";
import type { AuditFilter } from "../../src/archive/audit.ts";
import { auditView } from "../../src/views/audit.ts";

/** Expects each search to find just what was counted; returns how many were opened. */
export async function openNumbers(archive: Archive, filter: AuditFilter): Promise<number> {
  const audit = auditView(await archive.audit(filter, "month"), filter);
  const { kinds, namings, forms, framings, speakers, relayed, silences, periods, neverQuoted } = audit;
  const statements = [...kinds, ...namings, ...forms, ...framings, ...speakers, relayed, silences, audit, ...periods];
  for (const { query, statements: count } of statements)
    expect([query, (await archive.search(query)).total]).toEqual([query, count]);
  for (const { query, articles } of neverQuoted)
    expect([query, (await archive.search(query, { in: "text" })).total]).toEqual([query, articles]);
  return statements.length + neverQuoted.length;
}
