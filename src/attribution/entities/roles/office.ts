/** Whether words name an office, profession or relation of a person. */
import { nounOf } from "../nouns.ts";
import { kindOfNoun } from "../tables.ts";
import { RANK, type Told } from "./told.ts";

/** Persons by no office: what anybody may be. */
const ANYBODY =
  /^(?:man|woman|boy|girl|teenager|child|one|him|her|somebody|someone|insider|source|user|caller|poster|commenter|pal|him|supporter)$/;
const RELATION =
  /^(?:mother|father|parent|brother|sister|son|daughter|wife|husband|widow|widower|uncle|aunt|cousin|grandmother|grandfather|granddaughter|grandson|friend|neighbour|neighbor|partner|heir|niece|nephew|rival|opponent|predecessor|successor|fan|admirer|guest)$/;
/** Professions by their ending, for nouns that no table lists ("cartographer", "acoustician"). */
const BY_ENDING =
  /(?:ologist|ographer|ician|arian|wright|smith|keeper|maker|monger|holder|worker|writer|player|hunter|breeder|grower|diver|coach|warden|curator|inspector|collector|master|mistress|(?:al|ar|er|t|n|r|l)ist|[^aeiou]antor|verger|explorer)$/;
const NO_PROFESSION =
  /^(?:exist|persist|insist|assist|consist|resist|enlist|checklist|playlist|shortlist|assist|twist)$/;
/** "the harbour board's", at the head of a phrase. */
const POSSESSOR = /^(?:(?!(?:of|for|at|in|with|to|from|on)\s)\S+\s){0,4}\S+[’']s?\s(?=\p{L})/u;
const PREFIX = /^(?:ex|co|vice|non|self)-(?=\p{L})/iu;
/** One text's author is often something else besides. */
const AUTHOR = /^(?:author|writer|contributor)$/;
/** What happened to a person is no part of the office. */
const CLAUSE =
  /\s(?:accused|charged|convicted|suspected|commissioned|arrested|jailed|published|written|who|which|that|whose)\b.*$/su;
/** A phrase cut off in its middle. */
const UNFINISHED = /(?:\s(?:of|at|for|in|to|from|on|with|and|or|the|an?|his|her|its|their))+$/iu;
/** "succeeded the manager": a verb with its object. */
const VERB_FIRST = /^\p{Ll}+ed (?:the|an?|his|her|its|their|by|to|as)\b/u;
const PLACED = /\s(?:of|for|at|in|with|to|on)\s|[’']s?\s|,\s/;
const LONGEST = 120;

/** The person noun that heads a phrase, lower case; `null` when a phrase has none. */
export function officeNoun(phrase: string): string | null {
  const bare = phrase
    .replace(/^(?:the|an?|his|her|its|their|our|my|one of (?:the|his|her|its|their))\s/i, "")
    .replace(POSSESSOR, "")
    .replace(PREFIX, "");
  const noun = nounOf(bare).noun?.replace(PREFIX, "");
  if (!noun) return null;
  const kind = kindOfNoun.get(noun);
  if (kind === "person") return ANYBODY.test(noun) ? null : noun;
  if (kind) return null;
  return BY_ENDING.test(noun) && !NO_PROFESSION.test(noun) ? noun : null;
}

/** The phrase as a told role at `at`; `null` when it is none. Leading articles are cut off. */
export function officeAt(phrase: string, at: number): Told | null {
  const article = /^(?:the|an?|our|whose|who (?:is|was)(?: (?:the|an?))?)\s/i.exec(phrase)?.[0].length ?? 0;
  const lead = article + (/^[^\p{L}\p{N}]+/u.exec(phrase.slice(article))?.[0].length ?? 0);
  const words = phrase
    .slice(lead)
    .replace(CLAUSE, "")
    .replace(/[\s,;:–—-]+$/u, "")
    .replace(UNFINISHED, "");
  if (VERB_FIRST.test(words)) return null;
  if (words.length < 3 || words.length > LONGEST) return null;
  const noun = officeNoun(words);
  if (!noun) return null;
  const rank = RELATION.test(noun)
    ? RANK.relation
    : AUTHOR.test(noun)
      ? RANK.affiliation
      : PLACED.test(words)
        ? RANK.placed
        : RANK.office;
  return { words, at: at + lead, rank };
}
