/**
 * What the article says of itself is nobody else's: "We reported on Friday", "The Courier has learned". Comes after quotations
 * and speeches have been joined, since in them “we” is another's word, and after contents were read again.
 */
import type { Attribution } from "../../document.ts";
import { drop } from "../account.ts";
import type { Context, Refiner } from "../context.ts";
import { inQuotation } from "../entities/scene.ts";
import { contains } from "../spans.ts";

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
  if (words !== "we" && words !== bare(article.outlet ?? "we")) return false;
  return !all.some((b) => b.source[0] !== only && b.content.some((c) => contains(c, cue)));
}
