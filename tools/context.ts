/** What the refiners look at, for tools that run some of them alone. */
import type { Context } from "../src/attribution/context.ts";
import type { Tagger } from "../src/attribution/tagger/tagger.ts";
import type { Document } from "../src/document.ts";
import { stretchesOf } from "../src/reading/parts.ts";
import { findQuotations } from "../src/reading/quotations.ts";
import { findSentences } from "../src/reading/sentences.ts";

/** The context of a document, with what the model's heads know of its names. */
export async function contextOf(doc: Document, tagger: Tagger): Promise<Context> {
  const people = tagger.people?.();
  await tagger.tag(doc.text, stretchesOf(doc), { people });
  return {
    doc,
    sentences: findSentences(doc),
    quotations: findQuotations(doc),
    known: await people?.known(),
    note: () => {},
  };
}
