/** One article read for an archive: what every thread and every process of a cluster does. */
import { attribute } from "../../attribution/attribute.ts";
import type { Tagger } from "../../attribution/tagger/tagger.ts";
import type { ArticleInput, Reading } from "../../document.ts";
import { HearsayError } from "../../error.ts";
import { checkArticle } from "../../reading/gate.ts";
import { readArticle } from "../../reading/read.ts";

export interface Task {
  input: ArticleInput;
  /** Read on where the input does not seem to be an article. */
  force: boolean;
}

/** `lost`: whoever read it stopped on the way, so that another try may end otherwise. */
export type Answer = { ok: true; reading: Reading } | { ok: false; reason: string; lost?: true };

/** Never rejects: what cannot be read is told by its reason. */
export async function readOne({ input, force }: Task, tagger: Promise<Tagger>): Promise<Answer> {
  try {
    const doc = await readArticle(input);
    if (!force) await checkArticle(doc, input.id);
    return { ok: true, reading: await attribute(doc, await tagger, { meanings: true }) };
  } catch (error) {
    if (error instanceof HearsayError) return { ok: false, reason: error.message };
    return { ok: false, reason: `${input.id}: could not be read (${(error as Error).message}); please report it` };
  }
}
