/**
 * What the article says of itself is nobody else's: "We reported on Friday", "The Courier has learned". Comes after quotations
 * and speeches have been joined, since in them “we” is another's word, and after contents were read again.
 */
import type { Attribution } from "../../document.ts";
import { drop } from "../account.ts";
import type { Context, Refiner } from "../context.ts";
import { inQuotation } from "../entities/scene.ts";
import { verbLemma } from "../lexicon/lemma.ts";
import { contains } from "../spans.ts";
import { wordsOf } from "../words.ts";

/** What a newsroom does when it tells of itself. “We know”, “we think” in an opinion is somebody’s view. */
const REPORTING = new Set(["report", "learn", "reveal", "publish", "write", "disclose", "break", "note", "mention"]);

export const writer: Refiner = (attributions, context) =>
  attributions.filter((a) => {
    const own = isOwn(a, attributions, context);
    if (own) drop(context, "writer", a, "the article speaks of itself");
    return !own;
  });

const bare = (name: string): string => name.toLowerCase().replace(/^the /, "");

function isOwn({ source, cue: [cue] }: Attribution, all: readonly Attribution[], context: Context): boolean {
  const [only, more] = source;
  const { text, article } = context.doc;
  if (!only || more || !cue || inQuotation(only, context)) return false;
  const words = bare(text.slice(...only));
  const reporting = () => wordsOf(text, cue).some((w) => REPORTING.has(verbLemma(w.form) ?? ""));
  if (words === "we" ? !reporting() : words !== bare(article.outlet ?? "")) return false;
  return !all.some((b) => b.source[0] !== only && b.content.some((c) => contains(c, cue)));
}
