/** What a body is: "The operator, Northline", "Foodwork, a trade union", "the trust, which owns the caves". */
import { nounOf } from "../nouns.ts";
import { kindOfNoun } from "../tables.ts";
import { clause } from "./clause.ts";
import { RANK, type RoleReader, type Told } from "./told.ts";

const REACH = 90;
const DESCRIBED_BEFORE =
  /(?:^|[\s(“"])(?:(?:the|its|his|her|their|our|whose) )?((?:(?!(?:was|is|were|are|has|had|by|that|it|he|she|they|who|which|said|told)\b)\p{L}[\p{L}-]*(?:[’']s?)? ){0,5}\p{Ll}[\p{L}-]*), $/iu;
const BESIDE = /(?:^|[\s“"])(?:the |a |an )?((?:\p{L}[\p{Ll}-]* ){1,2})$/iu;
const APPOSITION = /^, (?:(?:an?|the) )?((?:[\p{L}’'-]+ ){0,8}[\p{L}’'-]+)(?=,)/u;
/** Small words that stand before a description without being of it. */
const NOT_OF_DESCRIPTION = /^(?:and|but|with|by|of|from|to|at|in|on|that|for|when|as|while|said|says) /i;

export const body: RoleReader = (text, mention) => {
  const { span } = mention;
  const lead = text.slice(Math.max(0, span[0] - REACH), span[0]);
  const found: Told[] = [];
  // Most names have no comma before them, and the pattern would be tried at every word.
  const described = lead.endsWith(", ") ? DESCRIBED_BEFORE.exec(lead)?.[1] : undefined;
  for (const what of [described, BESIDE.exec(lead)?.[1]?.trim()]) {
    const words = what?.replace(NOT_OF_DESCRIPTION, "");
    const kind =
      kindOfNoun.get(what?.toLowerCase() ?? "") ?? kindOfNoun.get(what?.split(" ").at(-1)?.toLowerCase() ?? "");
    if (words && (kind === "organisation" || kind === "outlet"))
      found.push({ words, at: span[0] - words.length - 1, rank: RANK.office });
  }
  const apposition = APPOSITION.exec(text.slice(span[1], span[1] + 140));
  const kind = kindOfNoun.get(nounOf(apposition?.[1] ?? "").noun ?? "");
  if (apposition?.[1] && (kind === "organisation" || kind === "outlet"))
    found.push({ words: apposition[1], at: span[1] + 2, rank: RANK.placed });
  return [...found, ...clause(text, mention).filter(({ rank }) => rank === RANK.placed)];
};
