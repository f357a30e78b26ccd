/** "The report" by the description that the article gives of it elsewhere: "inspection report", "letter to the Gulf Board". */
import type { Kind, Span } from "../../document.ts";
import type { Context } from "../context.ts";
import { lastStartingBy } from "../spans.ts";
import { metAt } from "./evidence.ts";
import { nounPhraseAt } from "./noun-phrase.ts";
import { undated } from "./undated.ts";
import type { FullerPhrase, Scene } from "./scene.ts";

/** Things and bodies are called by the bare noun once they have been described; of people there are too many. */
const CALLED_BARE: ReadonlySet<Kind> = new Set(["document", "group", "organisation"]);
/** So many places of a noun are looked at. */
const MOST = 60;
/** Who saw, made or got a document, behind its noun; a day in between is left out by whoever names it. */
const TAIL =
  /^ (?:(?:seen|obtained|published|issued|commissioned|drafted|signed|released|leaked) (?:on \p{Lu}\p{Ll}+day )?(?:by|in|to)|to|from) (?:the )?\p{Lu}[\p{L}’'-]*(?:(?: of(?: the)?| for)? \p{Lu}[\p{L}’'-]*)*/u;
const BEFORE = /^(?:the|an?|this|that|these|those|one|another|some|many|several|most|his|her|its|their)\s+/i;
/** Tells nothing of what it is. */
const EMPTY = /^(?:new|latest|same|own|full|whole|first|second|last|other|earlier|later)\s+/i;

/** All described occurrences of a noun, in order of the text; kept in `known` for the next that asks. */
function described(noun: string, context: Context, known: Map<string, FullerPhrase[]>): FullerPhrase[] {
  const told = known.get(noun);
  if (told) return told;
  const { text } = context.doc;
  const found: FullerPhrase[] = [];
  const word = new RegExp(`(?<![\\p{L}\\p{N}’'-])${noun.replace(/[^\p{L}\s]/gu, "")}(?![\\p{L}\\p{N}’'-])`, "giu");
  let looked = 0;
  for (const match of text.matchAll(word)) {
    if (++looked > MOST) break;
    const head: Span = [match.index, match.index + match[0].length];
    const [start, end] = nounPhraseAt(head, context);
    const stop = end > head[1] ? end : head[1] + (TAIL.exec(text.slice(head[1], head[1] + 90))?.[0].length ?? 0);
    const words = undated(text.slice(start, stop));
    const core = words.replace(BEFORE, "").replace(EMPTY, "");
    if (core.length > head[1] - head[0] && !/[’']s\s/.test(core)) found.push({ span: [start, stop], words: core });
  }
  known.set(noun, found);
  return found;
}

/**
 * The fuller description of whom a bare noun stands for: the nearest before it, or in a headline the first behind it;
 * `null` when the article describes it nowhere, or never before.
 */
export function fuller(
  noun: string,
  kind: Kind,
  { span, definite }: { span: Span; definite: boolean },
  { context, described: known, referents }: Scene,
): string | null {
  if (!CALLED_BARE.has(kind)) return null;
  const block = context.doc.blocks[lastStartingBy(context.doc.blocks, span[0])];
  const all = described(noun, context, known);
  // As a source it has a name already.
  const named = (phrase: FullerPhrase | undefined): string | null => {
    const met = phrase && metAt(phrase.span, referents);
    return (met?.source && met.speaker.naming !== "named" ? met.speaker.entity : phrase?.words) ?? null;
  };
  if (block?.kind === "headline") return kind === "document" ? named(all.find((d) => d.span[0] > span[0])) : null;
  if (!definite) return null;
  return named(all[lastStartingBy(all, span[0] - 1)]) ?? (noun === "authors" ? authorsOf(span, context) : null);
}

/** "The authors" of what the article reports: the kind of text that it names last. */
function authorsOf([at]: Span, { doc: { text } }: Context): string | null {
  const texts = [...text.slice(0, at).matchAll(/\b(?:study|paper|report|review|survey|analysis)\b/g)];
  const study = texts.find(([word]) => word === "study") ?? texts.at(-1);
  return study ? `authors of the ${study[0]}` : null;
}
