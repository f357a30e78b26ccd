/** Exports of ProQuest: articles between lines of "_____", each with labelled fields and "Full text:". */
import { exported, type Exported } from "./export-article.ts";
import type { LineResult } from "./result.ts";

const RULE = /^[ \t]*_{20,}[ \t]*$/m;
const LABELS =
  "Abstract(?: \\(summary\\))?|Author|Business indexing term|Classification|Column|Company(?: \\/ organization)?|Copyright|Correction date|Country of publication|Credit|Database|Dateline|Document type|Document URL|e-?ISSN|First page|Full text|Identifier \\/ keyword|ISSN|Issue|Language of publication|Last updated|Links|Location|Number of pages|Pages|People|Place of publication|ProQuest document ID|Publication date|Publication info|Publication subject|Publication title|Publication year|Publisher|Section|Source type|Subject|Title|Volume|Year";
const FIELD = new RegExp(`^(${LABELS}):\\s*(.*)$`);

/** Whether a text is such an export. */
export const isProquest = (text: string): boolean =>
  RULE.test(text) &&
  /^[ \t]*Full text:/m.test(text) &&
  /^[ \t]*(?:Publication (?:title|info|date)|ProQuest document ID):/m.test(text);

/** Its articles in order; what stands between rules and has no field of an article (cover, contact) is none. */
export function* readProquest(text: string, name: string, base: string): Generator<LineResult> {
  let number = 0;
  for (const part of text.split(/^[ \t]*_{20,}[ \t]*$/m)) {
    const fields = fieldsOf(part.split("\n"));
    if (!["Full text", "Publication title", "Publication info"].some((label) => fields.has(label))) continue;
    number++;
    yield exported(read(fields, part), name, base, number);
  }
}

function read(fields: ReadonlyMap<string, string>, part: string): Exported {
  const first = part
    .split("\n")
    .map((line) => line.trim())
    .find((line) => line && !/^Document \d+ of \d+$/i.test(line) && !FIELD.test(line));
  const info = fields.get("Publication info");
  // "The Pell Post; Pell" and "The Pell Post ; Pell [Pell]14 Mar 2024: A.4." name the place behind the outlet.
  const outlet = (fields.get("Publication title") ?? info)?.split(/\s*[;:[]/)[0];
  return {
    title: fields.get("Title") ?? first ?? null,
    outlet: outlet?.trim() || null,
    date: fields.get("Publication date") ?? info?.replace(/^.*\]/, " ") ?? null,
    byline: names(fields.get("Author")),
    url: /https?:\/\/\S+/.exec(fields.get("Document URL") ?? "")?.[0] ?? null,
    body: fields.get("Full text") ?? "",
  };
}

/** Label → what stands behind it up to the next label. */
function fieldsOf(lines: readonly string[]): Map<string, string> {
  const fields = new Map<string, string>();
  let label: string | null = null;
  for (const raw of lines) {
    const line = raw.trim();
    const match = FIELD.exec(line);
    if (match) {
      label = match[1] as string;
      if (!fields.has(label)) fields.set(label, match[2] as string);
      else label = null;
    } else if (label !== null) fields.set(label, `${fields.get(label) ?? ""}\n${line}`);
  }
  return fields;
}

/** "Holt, Ana; Lind, Bo" → "Ana Holt, Bo Lind". */
const names = (authors: string | undefined): string | null =>
  authors
    ?.split("\n")[0]
    ?.split(";")
    .map((name) => name.trim().replace(/^([^,]+),\s*([^,]+?)\.?$/, "$2 $1"))
    .filter(Boolean)
    .join(", ") || null;
