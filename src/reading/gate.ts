/** What is no article that Hearsay reads: empty, a list of links, a paywall stub, not English. `--force` reads on. */
import type { Document } from "../document.ts";
import { EXIT, NotAnArticleError } from "../error.ts";

const FEWEST_WORDS_FOR_LANGUAGE = 25;
/** A list page: many short blocks and hardly a sentence among them. */
const LIST_BLOCKS = 12;
const LIST_SENTENCES = 0.12;
const STUB_WORDS = 220;
const PAYWALL =
  /\b(?:subscribe|subscription|sign in|log in|register)\b.{0,60}\b(?:to (?:continue|keep) reading|to read (?:the|this) (?:full|rest|article|story)|for full access|to unlock|to access)\b|\b(?:this (?:article|content|story) is (?:for|available to|reserved for) (?:subscribers|members|registered)|already a subscriber|to continue reading|unlock this article|create a free account to (?:read|continue))\b/i;
/** Function words make up this share of English prose. */
const CLEARLY_ENGLISH = 0.22;
const FUNCTION_WORD =
  /\b(?:the|of|and|to|in|a|is|that|for|it|was|on|with|as|he|she|they|be|by|at|have|had|from|this|are|his|her|but|not|an|were|which|said|who|will|their|has)\b/gi;
const functionWords = (text: string): number =>
  (text.match(FUNCTION_WORD)?.length ?? 0) / Math.max(1, text.match(/[\p{L}]+/gu)?.length ?? 1);
const SENTENCE = /[.!?…]["”’')\]]*$/;

/** Throws `NotAnArticleError` when the document is none; `name` is what the user called it. */
export async function checkArticle(doc: Document, name: string): Promise<void> {
  const main = doc.blocks.map((b) => ({ kind: b.kind, text: doc.text.slice(...b.span) }));
  const prose = main.filter((b) => b.kind !== "headline");
  const words = prose.reduce((n, b) => n + (b.text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0), 0);
  if (words === 0 && main.length === 0) throw new NotAnArticleError(`${name}: holds no text`, EXIT.empty);
  const aside = doc.furniture.map((f) => doc.text.slice(...f.span)).join("\n");
  if (words < STUB_WORDS && (PAYWALL.test(aside) || prose.some((b) => b.text.length < 400 && PAYWALL.test(b.text))))
    throw new NotAnArticleError(
      `${name}: only the beginning stands before a paywall (${words} words); save the whole page, or add --force to read what is there`,
      EXIT.paywall,
    );
  const sentences = prose.filter((b) => SENTENCE.test(b.text)).length;
  if (prose.length >= LIST_BLOCKS && sentences < LIST_SENTENCES * prose.length)
    throw new NotAnArticleError(
      `${name}: looks like a list of links, not an article (${prose.length} short lines); open one of its articles, or add --force`,
      EXIT.notArticle,
    );
  const sample = prose
    .map((b) => b.text)
    .join(" ")
    .slice(0, 4000);
  if (words >= FEWEST_WORDS_FOR_LANGUAGE && functionWords(sample) < CLEARLY_ENGLISH) {
    // Loaded only when in doubt: it takes longer than reading an article.
    const { eld } = await import("eld/small");
    const guess = eld.detect(sample);
    if (guess.language && guess.language !== "en" && guess.isReliable())
      throw new NotAnArticleError(
        `${name}: is not in English (seems to be "${guess.language}"), which is all that Hearsay reads; add --force to try`,
        EXIT.language,
      );
  }
}
