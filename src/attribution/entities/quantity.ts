/** Some of a group by what the group is called: "many", "said one", "one of the officials", "half of them". */
import type { Span } from "../../document.ts";
import type { Context } from "../context.ts";
import { lastStartingBy } from "../spans.ts";
import { wordsOf } from "../words.ts";
import { fuller } from "./fuller.ts";
import { nounPhraseAt } from "./noun-phrase.ts";
import type { Speaker } from "./referents.ts";
import { inQuotation, type Scene } from "./scene.ts";
import { kindOfNoun } from "./tables.ts";

const ALONE = /^(?:one|many|most|some|several)$/i;
const PART =
  /^((?:one|two|three|half|some|many|most|several|all|none|few|a few) of) (?:them|the (two|three|four|five|\p{Ll}+))$/iu;
const NUMBER = /^(?:two|three|four|five)$/;
/** No people, though the tables take them for a group: what is counted by itself. */
const COUNTS =
  /^(?:one|two|three|four|five|some|many|most|several|few|both|half|others|people|all|none|they|them|we|us|those|these|nobody|everybody|everyone|somebody|public|team|crew|audience|jury|community|crowd)$/;
const NUMBERED = /^(?:\p{N}+|two|three|four|five|six|seven|eight|nine|ten)\s/iu;
const ARTICLE = /^(?:the|these|those|its|his|her|their)\s/i;

/** The name of a source that is only a number of a group; `null` where it is none or the group is not told. `they` are those whom the pronoun means. */
export function quantified(words: string, span: Span, they: Speaker | null, scene: Scene): string | null {
  const part = PART.exec(words);
  if (part) {
    const [, some, noun] = part;
    if (!noun) return they?.entity && they.kind === "group" ? `${some} ${inside(they.entity)}` : null;
    if (NUMBER.test(noun)) {
      const group = inside(groupBefore(span, scene.context, 2));
      return group?.startsWith(`${noun} `) ? `${some} the ${group}` : null;
    }
    const group = inside(fuller(noun, "group", { span, definite: true }, scene));
    return group && kindOfNoun.get(noun) === "group" ? `${some} ${NUMBERED.test(group) ? "" : "the "}${group}` : null;
  }
  if (!ALONE.test(words)) return null;
  const one = /^one$/i.test(words);
  const group = inside(groupBefore(span, scene.context, one ? 2 : 1));
  if (!group) return null;
  if (one) return /^\p{L}[\p{L}-]*$/u.test(group) ? singular(group) : `one of ${group}`;
  return NUMBERED.test(group) ? `${words} of ${group}` : `${words} ${group}`;
}

/** As it stands inside a phrase: a number or a common noun at the head of a sentence with a small letter. */
const inside = (group: string | null): string | null =>
  group &&
  /^(?:\p{Lu}\p{Ll}+$|(?:several|some|many|most|few|two|three|four|five|six|seven|eight|nine|ten)\s)/iu.test(group)
    ? (group[0] as string).toLowerCase() + group.slice(1)
    : group;

const singular = (noun: string): string =>
  noun.endsWith("men")
    ? `${noun.slice(0, -2)}an`
    : noun.endsWith("ies")
      ? `${noun.slice(0, -3)}y`
      : noun.replace(/s$/, "");

/** The people told of last before a place, in its sentence or that and the one before. */
function groupBefore([at]: Span, context: Context, sentences: number): string | null {
  const { doc, sentences: all } = context;
  const here = lastStartingBy(all, at);
  const from = all[Math.max(0, here - sentences + 1)]?.[0] ?? at;
  const block = doc.blocks[lastStartingBy(doc.blocks, at)]?.span[0] ?? 0;
  const words = wordsOf(doc.text, [Math.max(from, block), at]);
  const head = words.findLast(
    ({ form, span }) => kindOfNoun.get(form) === "group" && !COUNTS.test(form) && !inQuotation(span, context),
  );
  if (!head) return null;
  const [start] = nounPhraseAt(head.span, context);
  // A number in figures counts them: "40 fund managers".
  const count = /\p{N}+ (?:\p{Ll}+ ){0,2}$/u.exec(doc.text.slice(Math.max(from, head.span[0] - 30), head.span[0]));
  const phrase = doc.text.slice(count ? head.span[0] - count[0].length : start, head.span[1]);
  return phrase.replace(ARTICLE, "");
}
