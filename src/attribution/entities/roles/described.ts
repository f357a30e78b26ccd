/** The role of a source that is only described: "a spokesman for Westmark Water", "an insider who has worked on the pipe". */
import { WORKED } from "./clause.ts";
import { officeAt, officeNoun } from "./office.ts";
import { RANK } from "./told.ts";

/** An office that one at a time holds, and a rank, tell enough without a house. */
const OF_RANK = /^(?:senior|chief|head|deputy|former|acting|ex-?|retired|lead|veteran|top)[\s-]/i;
const HOUSE = /\s(?:for|of|at|in|with|from)\s|[’']s?\s/;

/** Office or affiliation in a description, `entity` being it with pronouns resolved; `null` when it tells none. */
export function describedRole(words: string, entity: string, anonymous: boolean): string | null {
  const activity = WORKED.exec(words.slice(words.search(/,? who /)))?.[1];
  if (activity) return activity;
  if (anonymous || !officeNoun(entity)) return null;
  const told = officeAt(entity, 0);
  if (!told || told.rank === RANK.relation) return null;
  return HOUSE.test(entity) || OF_RANK.test(entity) || /^the \p{L}+$/iu.test(words) ? told.words : null;
}
