/** What a source phrase says of the source: its head, its name, its description. */
import type { Span } from "../../document.ts";
import { lastStartingBy } from "../spans.ts";
import type { Cast, Member } from "./cast.ts";
import { nounOf } from "./nouns.ts";
import { kindOfNoun } from "./tables.ts";
import type { Mention } from "./names.ts";

export interface Phrase {
  /** The words without a relative clause or apposition behind them. */
  head: string;
  /** The named member who is the head ("Defence Minister Sergei Shoigu"); `null` when the head is a common noun. */
  member: Member | null;
  mention: Mention | null;
  /** The common noun at the head, lower case ("spokeswoman"); `null` when it is a name or pronoun. */
  noun: string | null;
  /** Number of the noun. */
  plural: boolean;
  pronoun: string | null;
}

const PRONOUN =
  /^(?:his|its|their|my|our|he|she|it|they|we|i|you|who|him|her|them|us|me|himself|herself|themselves|that|this|these|those|which)$/i;
const PREPOSITION =
  /\s(?:for|at|from|in|with|to|on|who|which|that|whose|by|about|under|near|behind|inside|among|seen|obtained|published|written|released|sent|based|close|familiar|representing|involved|working|speaking|attending|told|asked|not|including)\s/i;

/** Analyses the source at `span` (its first piece). */
export function analyse(text: string, span: Span, cast: Cast): Phrase {
  const whole = text.slice(...span);
  const bare = whole.replace(/^(?:[“"‘']|\()+/u, "");
  // "US says": the state, in capitals.
  if (PRONOUN.test(bare) && !/^(?:US|IT)$/.test(bare))
    return { head: bare, member: null, mention: null, noun: null, plural: false, pronoun: bare.toLowerCase() };
  const comma = whole
    .replace(/\s\([^()]*\)(?=,\s)/u, (bracket) => "_".repeat(bracket.length))
    .search(/,\s|\s\(|;\s|\s[–—]\s/);
  const first = comma > 0 ? whole.slice(0, comma) : whole;
  const named = nameIn(text, span, first.length, cast);
  const { noun, plural } = nounOf(first);
  // "One Orvanian, Ada Brack": one of a people, and who it is.
  const one = comma > 0 && /^(?:one|another|an?) \p{Lu}[\p{L}-]+$/iu.test(first);
  const told = one ? nameIn(text, [span[0] + comma + 1, span[1]], whole.length - comma - 1, cast) : null;
  if (told?.member.kind === "person") return { head: first, ...told, noun: null, plural: false, pronoun: null };
  if (named) return { head: first, ...named, noun: null, plural: false, pronoun: null };
  // "The operator, Selva Hydro": the description comes first and the apposition names it.
  // "The secretary of URA (Union of Rowers)": the brackets belong to the body.
  const bracketed = whole[comma + 1] === "(" && /\s(?:of|for|at)\s(?:the\s)?\p{Lu}\S*$/u.test(first);
  if (comma > 0 && noun && !bracketed) {
    const rest = whole.slice(comma).replace(/^[,;\s(–—]+/u, "");
    const at: Span = [span[1] - rest.length, span[1]];
    const apposed = nameIn(text, at, rest.search(/,\s|$/), cast);
    if (
      apposed?.mention &&
      text.slice(at[0], apposed.mention.span[0]).length <= 60 &&
      !PREPOSITION.test(` ${text.slice(at[0], apposed.mention.span[0])} `) &&
      !/^(?:who|which|whose|where)\b/.test(rest)
    )
      return { head: first, ...apposed, noun, plural, pronoun: null };
  }
  return { head: first, member: null, mention: null, noun, plural, pronoun: null };
}

/** The name that heads the phrase: in it, not owned by another word, not behind a preposition. */
function nameIn(
  text: string,
  [start, end]: Span,
  length: number,
  cast: Cast,
): { member: Member; mention: Mention } | null {
  const stop = Math.min(end, start + length);
  const body = ` ${text.slice(start, stop)}`;
  const preposition = PREPOSITION.exec(body);
  const of = /\s(?:of)\s/.exec(body);
  let best: { member: Member; mention: Mention } | null = null;
  for (let i = lastStartingBy(cast.mentions, stop - 1); i >= 0; i--) {
    const item = cast.mentions[i];
    if (!item || item.span[1] <= start) break;
    const { mention, member } = item;
    if (mention.span[0] < start || mention.span[1] > stop) continue;
    const before = mention.span[0] - start + 1;
    if (preposition && preposition.index < before - 1) continue;
    if (of && of.index < before - 1 && nounOf(text.slice(start, start + of.index)).noun) continue;
    if (/^[’']s?\b/u.test(text.slice(mention.span[1], mention.span[1] + 2)) && mention.span[1] < stop - 2) continue;
    // "Kestria foreign ministry officials": a name before a lower-case noun only describes it.
    const tail = text.slice(mention.span[1], stop);
    if (/^\s\p{Ll}{3,}/u.test(tail) && kindOfNoun.has(nounOf(tail).noun ?? "")) continue;
    if (!best || mention.span[0] > best.mention.span[0]) best = { member, mention };
  }
  return best;
}
