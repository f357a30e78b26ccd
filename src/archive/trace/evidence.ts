/** What speaks for it that one article had a statement from another: citation, release, credit, copied text. */
import { outletKey } from "./outlets.ts";
import type { Source } from "./source.ts";
import type { Told } from "./told.ts";

/** From the strongest to the weakest. `none` when nothing speaks for it. */
export type Evidence = "cited" | "release" | "credit" | "copied" | "none";

/** Sentences of the article's own voice in common that make it a copy. */
const COPIED = 3;
const RELEASE_NAMED = /\b(?:press|news|media) releases?\b|\brelease\b(?! (?:of|from|him|her|them)\b)/i;

/** What speaks for it that `later` had a telling from the article `source`; `mine` is the article of `later`. */
export function evidenceFor(later: Told, mine: Source, source: Source): Evidence {
  if (source === mine || source.time > mine.time) return "none";
  if (source.key !== "" && source.key !== mine.key && later.cites.includes(source.key)) return "cited";
  if (source.release && source.key !== mine.key && namesRelease(later, mine)) return "release";
  const titles = source.key === mine.key ? undefined : mine.credited.get(source.key);
  if (titles && (titles.length === 0 || titles.includes(outletKey(source.article.title ?? "")))) return "credit";
  return source.key !== mine.key && copies(mine, source) ? "copied" : "none";
}

const namesRelease = (later: Told, { article }: Source): boolean =>
  RELEASE_NAMED.test(article.text.slice(later.paragraph[0], later.paragraph[1]));

/** Long sentences in common; quotations alone do not make a copy, so a share of the shorter article is asked for too. */
function copies(mine: Source, source: Source): boolean {
  if (Math.min(mine.sentences.size, source.sentences.size) < COPIED) return false;
  let common = 0;
  for (const hash of mine.sentences) if (source.sentences.has(hash)) common++;
  return common >= COPIED && common >= 0.3 * Math.min(mine.sentences.size, source.sentences.size);
}
