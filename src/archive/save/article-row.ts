/** An article as the archive's tables hold it. */
import { applyCorrections } from "../corrections/apply.ts";
import type { CorrectionEvent } from "../corrections/events.ts";
import type { Brought } from "../archive.ts";
import type { Reading } from "../../document.ts";
import { packSignature } from "./copies.ts";
import { packReading } from "./pack.ts";
import type { Identity, Outcome } from "./recognise.ts";

/** Columns of the table `articles` that are written when an article comes in. */
export interface ArticleRow {
  doc: string;
  version: number;
  title: string | null;
  byline: string | null;
  outlet: string | null;
  published: string | null;
  url: string | null;
  text: string;
  reading: Buffer;
  model: string;
  canonical: string | null;
  content_key: string;
  signature: Buffer | null;
  kept_at: string;
  rejected: number;
}

/** @param column the text as the column holds it. @param rejected number of statements that humans rejected */
export function articleRow(
  { reading, model, at }: Brought,
  { canonical, outlet, key }: Identity,
  { version }: Outcome,
  more: { doc: string; sign: Uint32Array | null; rejected: number; column?: string },
): ArticleRow {
  const { title, byline, published, url } = reading.article;
  const text = more.column ?? reading.text;
  return {
    doc: more.doc,
    version,
    title,
    byline,
    outlet,
    published,
    url,
    text,
    reading: packReading({ ...reading, doc: more.doc }, text),
    model,
    canonical,
    content_key: key,
    signature: packSignature(more.sign),
    kept_at: at,
    rejected: more.rejected,
  };
}

/** What humans decided holds for a new version and a new model's reading, where its words still stand. */
export function correctedFor(
  doc: string,
  reading: Reading,
  events: readonly CorrectionEvent[],
): { reading: Reading; rejected: number } {
  if (events.length === 0) return { reading, rejected: 0 };
  const corrected = applyCorrections({ ...reading, doc }, [...events]);
  return { reading: corrected.reading, rejected: corrected.rejected.length };
}
