/** What a clause says of a person's or body's office: "who chairs the parents' association", "which owns the caves", "defending". */
import { officeAt } from "./office.ts";
import { RANK, type RoleReader } from "./told.ts";

/** Verbs that hold an office, and the noun of it; its object follows "of". */
const HOLDS: Readonly<Record<string, string>> = {
  chairs: "chair",
  heads: "head",
  leads: "leader",
  owns: "owner",
  runs: "head",
  founded: "founder",
  "co-founded": "co-founder",
  manages: "manager",
  edits: "editor",
  directs: "director",
  coaches: "coach",
  operates: "operator",
  makes: "maker",
  publishes: "publisher",
  represents: "representative",
};
const OFFICE_CLAUSE = new RegExp(
  `^,? (?:who|which) (?:also |now |still )?(${Object.keys(HOLDS).join("|")}) ([^,;:.()“”"–—\\n]{3,70}?)(?=,|[.;:\\n]| (?:said|says|told|and|has|was|since|when)\\b|$)`,
  "u",
);
/** A clause that tells for what somebody works or worked. */
export const WORKED =
  /^,? who ((?:has (?:worked|run|led|served|taught|lived|managed|written|studied)|have worked|ran|led|worked|served|taught|managed|works|teaches|lives|studies|used to \p{L}+) [^,;:.()“”"–—\n]{3,80}?)(?=,|[.;:\n]| (?:said|says|told|and who)\b|$)/u;
const IS =
  /^,? who (?:is|was|(?:has |had )?served as|works? as|worked as)(?: now| then)? (?:an? |the )?([^,;:.()“”"–—\n]{3,70})/u;
const COURT: Readonly<Record<string, string>> = { defending: "defence counsel", prosecuting: "prosecutor" };
const IN_COURT = /^, (?:(defending)|(prosecuting))\b(?=,)/;
/** What "who runs" of nobody's office: a risk, a race. */
const NO_BODY = /^(?:a risk|the risk|a race|the race|the line|out|off|away|a family|a life)\b/;

export const clause: RoleReader = (text, { span }) => {
  const behind = text.slice(span[1], span[1] + 130);
  const court = IN_COURT.exec(behind);
  const counsel = COURT[court?.[1] ?? court?.[2] ?? ""];
  if (counsel) return [{ words: counsel, at: span[1] + 2, rank: RANK.office }];
  const office = OFFICE_CLAUSE.exec(behind);
  if (office && !NO_BODY.test(office[2] as string)) {
    const at = span[1] + office[0].lastIndexOf(office[2] as string);
    return [{ words: `${HOLDS[office[1] as string]} of ${office[2]}`, at, rank: RANK.placed }];
  }
  const is = IS.exec(behind);
  const told = is?.[1] ? officeAt(is[1], span[1] + is[0].lastIndexOf(is[1])) : null;
  if (told) return [told];
  const worked = WORKED.exec(behind);
  return worked?.[1] ? [{ words: worked[1], at: span[1] + worked[0].lastIndexOf(worked[1]), rank: RANK.activity }] : [];
};
