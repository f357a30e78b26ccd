/** Front door of the library: `read()` an article, or `attribute()` a document that you have. */
import { attribute as attributeWith, type AttributeOptions } from "./attribution/attribute.ts";
import { loadTagger } from "./attribution/tagger/load.ts";
import type { Archive } from "./archive/archive.ts";
import type { Tagger } from "./attribution/tagger/tagger.ts";
import type { ArticleInput, Document, Reading } from "./document.ts";
import { isHtml } from "./reading/inputs/decode.ts";
import { readArticle } from "./reading/read.ts";

export type * from "./archive/archive.ts";
export type * from "./document.ts";
export { EXIT, HearsayError, NotAnArticleError, UnreadableError, UsageError } from "./error.ts";
export { readArticle } from "./reading/read.ts";
export { type Origin, type Provenance, provenanceOf } from "./views/provenance.ts";
export { summarise, type Summary } from "./views/summary.ts";
export type { AttributeOptions } from "./attribution/attribute.ts";

let tagger: Promise<Tagger> | null = null;

/** Finds who says what in a document; loads the model that comes with the package at the first call. */
export async function attribute(doc: Document, options: AttributeOptions = {}): Promise<Reading> {
  tagger ??= loadTagger();
  return attributeWith(doc, await tagger, options);
}

/**
 * Reads one article: text or HTML source as a string, or an `ArticleInput` with what is known of it from outside.
 * Spans of the result point into its `text`, which for text input is the input itself.
 */
export async function read(article: string | ArticleInput, options: AttributeOptions = {}): Promise<Reading> {
  const input: ArticleInput =
    typeof article === "string"
      ? { id: "article", body: article, kind: isHtml("", article) ? "html" : "text" }
      : article;
  return attribute(await readArticle(input), options);
}

/**
 * Opens an archive file, or makes one (docs/archive.md). The database driver is loaded with it, so reading alone needs none.
 * @throws UnreadableError when the file is no archive, UsageError when the place is no file.
 */
export async function openArchive(place: string, options: { create?: boolean } = {}): Promise<Archive> {
  const { openArchive: open } = await import("./archive/open.ts");
  return open(place, options);
}
