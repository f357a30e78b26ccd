/** What an article that is brought in is to those that an archive has: nothing, the same, a version, or read anew. Pure. */
import type { Reading } from "../../document.ts";
import type { Kept } from "../archive.ts";
import { canonicalUrl, contentKey, type Identified, mayBeOne } from "../identity.ts";
import { outletOf } from "../publisher.ts";

/** By what an article is recognised. */
export interface Identity extends Identified {
  /** `contentKey` of its text. */
  key: string;
}

/** A current article of the archive. */
export interface Known {
  id: number;
  doc: string;
  version: number;
  content_key: string;
  outlet: string | null;
  canonical: string | null;
  model: string;
}

export function identityOf({ article, text }: Reading): Identity {
  return {
    canonical: canonicalUrl(article.url),
    outlet: outletOf(article),
    key: contentKey(text),
  };
}

/**
 * The same article among those with the same words: a wire report in two outlets is two articles, so only what
 * contradicts neither outlet nor address is the same.
 */
export const sameAmong = <K extends Known>(known: readonly K[], identity: Identity): K | undefined =>
  known.find((k) => mayBeOne(k, identity));

/** What to do with an article: `kept` is what is told, `version` its number, `instead` that the earlier reading goes. */
export interface Outcome {
  kept: Kept;
  version: number;
  instead: boolean;
}

/** `null`: it is kept already. The same text read by another model takes the place of the earlier reading: it is no version of the article. */
export function outcomeOf(before: Known | undefined, { key }: Identity, model: string): Outcome | null {
  if (!before) return { kept: "new", version: 1, instead: false };
  if (before.content_key !== key) return { kept: "version", version: before.version + 1, instead: false };
  return before.model === model ? null : { kept: "same", version: before.version, instead: true };
}
