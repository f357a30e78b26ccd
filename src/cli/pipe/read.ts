/** The step that reads an article: what an archive would keep of it, for tables of a large job. */
import { canonicalUrl, contentKey } from "../../archive/identity.ts";
import { outletOf } from "../../archive/publisher.ts";
import { inputKeyOf } from "../../archive/ingest/ingest.ts";
import { readOne } from "../../archive/ingest/read-one.ts";
import { type StatementRow, statementRows } from "../../archive/statement-row.ts";
import { loadTagger } from "../../attribution/tagger/load.ts";
import type { ArticleInput } from "../../document.ts";
import { toPlain } from "../../exports/json.ts";
import { readLine } from "../../reading/inputs/jsonl.ts";

/** An article that was opened, or a line of JSON as docs/formats.md tells it. */
interface ReadLine {
  origin: string;
  input?: ArticleInput;
  line?: string;
}

/** Columns of the archive's view of articles, and what tells whether two are one. */
export interface ReadAnswer {
  doc: string;
  title: string | null;
  byline: string | null;
  outlet: string | null;
  published: string | null;
  url: string | null;
  text: string;
  model: string;
  canonical: string | null;
  content_key: string;
  input_key: string;
  /** The whole reading, as JSON (docs/reading.schema.json). */
  reading: string;
  statements: StatementRow[];
}

/** A bad line is shown by how it begins. */
const SHOWN = 60;

export function readStep(force: boolean): (line: string) => Promise<ReadAnswer> {
  const tagger = loadTagger();
  return async (json) => {
    const input = inputOf(JSON.parse(json) as ReadLine);
    const answer = await readOne({ input, force }, tagger);
    if (!answer.ok) throw new Error(answer.reason);
    const { reading } = answer;
    const { title, byline, published, url } = reading.article;
    return {
      doc: reading.doc,
      title,
      byline,
      outlet: outletOf(reading.article),
      published,
      url,
      text: reading.text,
      model: (await tagger).model,
      canonical: canonicalUrl(url),
      content_key: contentKey(reading.text),
      input_key: inputKeyOf(input),
      reading: JSON.stringify(toPlain(reading)),
      statements: statementRows(reading),
    };
  };
}

function inputOf({ origin, input, line = "" }: ReadLine): ArticleInput {
  if (input) return input;
  const read = readLine(line, `${origin}: the line ${line.slice(0, SHOWN)}`);
  if (!read.ok) throw read.error;
  return read.input;
}
