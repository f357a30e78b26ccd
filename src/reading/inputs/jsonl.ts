/** JSON Lines: an article a line; JSON: one article, or a list of them. */
import { z } from "zod";
import { UnreadableError } from "../../error.ts";
import { type LineResult, numbered } from "./result.ts";

const field = z.string().nullish();

/** The fields of a line, as docs/formats.md lists them. */
export const ArticleLine = z
  .object({
    id: z.union([z.string(), z.number()]).transform(String),
    text: field,
    html: field,
    title: field,
    outlet: field,
    byline: field,
    published: field,
    url: field,
    language: field,
  })
  .refine((line) => (line.text ?? line.html) != null, { message: "needs text or html" });

/** Articles of a JSON Lines text; a bad line is reported with its number and the others go on. */
export function* readLines(text: string, name: string): Generator<LineResult> {
  let number = 0;
  for (const line of eachLine(text)) {
    number++;
    if (!line.trim()) continue;
    yield readLine(line, `${name}:${number}`);
  }
}

function* eachLine(text: string): Generator<string> {
  let start = 0;
  while (start <= text.length) {
    const end = text.indexOf("\n", start);
    yield text.slice(start, end < 0 ? text.length : end);
    if (end < 0) return;
    start = end + 1;
  }
}

/**
 * Articles of a JSON document: an object with the fields of a line, or a list of such; their ids default to the file's name.
 * @throws UnreadableError where it is no JSON
 */
export function* readJson(text: string, name: string, base: string): Generator<LineResult> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new UnreadableError(
      `${name}: begins like JSON and is broken; save it again, or write an article a line (docs/formats.md)`,
    );
  }
  if (!Array.isArray(json)) yield articleOf(named(json, base), name);
  else
    for (const [i, one] of json.entries())
      yield articleOf(named(one, numbered(base, i + 1)), `${name}: article ${i + 1}`);
}

const named = (json: unknown, id: string): unknown =>
  typeof json === "object" && json !== null && !Array.isArray(json) ? { id, ...json } : json;

function readLine(line: string, where: string): LineResult {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    return {
      ok: false,
      name: where,
      error: new UnreadableError(`${where}: is no JSON object; each line must be one article as JSON`),
    };
  }
  return articleOf(json, where);
}

function articleOf(json: unknown, where: string): LineResult {
  const parsed = ArticleLine.safeParse(json);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const path = issue?.path.join(".");
    return {
      ok: false,
      name: where,
      error: new UnreadableError(
        `${where}: ${path ? `field "${path}": ` : ""}${issue?.message ?? "does not fit"}; see docs/formats.md for the fields`,
      ),
    };
  }
  const { id, text, html, ...rest } = parsed.data;
  const given = Object.fromEntries(
    Object.entries(rest).filter(([, value]) => typeof value === "string" && value !== ""),
  );
  return { ok: true, input: { id, body: text ?? html ?? "", kind: text != null ? "text" : "html", given } };
}
