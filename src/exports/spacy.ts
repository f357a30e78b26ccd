/** JSON Lines for spaCy and Prodigy, and for doccano: an article a line, offsets in code points. */
import { z } from "zod";
import type { Attribution, Reading, Span } from "../document.ts";
import { UnreadableError } from "../error.ts";
import { codePoints } from "./code-points.ts";
import { fromParts, labelsOf, PARTS, type PartSpans, partSpans } from "./parts.ts";
import { lineWriter, textOf, type Writer } from "./writer.ts";

/** The label of a part, as span tools like it: in capitals. */
const labelOf = (part: string): string => part.toUpperCase();

/** Lines `{text, spans: [{start, end, label, attribution}], attributions, meta}`, each with its line break. */
export const spacyWriter = (): Writer =>
  lineWriter(({ doc, text, article, attributions }) => {
    const convert = codePoints(text);
    const spans = attributions.flatMap((a) =>
      PARTS.flatMap((part) =>
        partSpans(a, part).map(([start, end]) => ({
          start: convert.from16(start),
          end: convert.from16(end),
          label: labelOf(part),
          attribution: a.id,
        })),
      ),
    );
    const { title, outlet, published, url } = article;
    const meta = { doc, title, outlet, published, url };
    return `${JSON.stringify({ text, spans, attributions: attributions.map(labelsOf), meta })}\n`;
  });

/** The whole file for spaCy and Prodigy. */
export const toSpacy = (readings: Iterable<Reading>): string => textOf(spacyWriter(), readings);

const Line = z.looseObject({
  text: z.string(),
  spans: z.array(
    z.looseObject({
      start: z.number().int().min(0),
      end: z.number().int().min(0),
      label: z.string(),
      attribution: z.string().optional(),
    }),
  ),
  attributions: z.array(z.looseObject({ id: z.string() })).default([]),
  meta: z.looseObject({ doc: z.string().nullish() }).default({}),
});

/** An article as read back from a line. */
export interface SpacyArticle {
  /** Its id; `null` when the line tells none. */
  doc: string | null;
  text: string;
  attributions: Attribution[];
}

/**
 * Reads lines back. Spans belong together by `attribution`; those with a label of their own, or without `attribution` (added
 * by hand), are passed over. Throws `UnreadableError` with the number of the line that does not fit.
 */
export function* fromSpacy(jsonl: string): Generator<SpacyArticle> {
  let number = 0;
  for (const line of jsonl.split("\n")) {
    number++;
    if (line.trim() === "") continue;
    const { text, spans, attributions, meta } = parseLine(line, number);
    const convert = codePoints(text);
    const byId = new Map<string, PartSpans>(attributions.map(({ id }) => [id, {}]));
    for (const { start, end, label, attribution } of spans) {
      const part = PARTS.find((p) => labelOf(p) === label);
      if (!part || attribution === undefined) continue;
      const own = byId.get(attribution) ?? {};
      const span: Span = [convert.to16(start), convert.to16(end)];
      if (span[0] > span[1] || span[1] > text.length)
        throw new UnreadableError(`Line ${number}: span ${start} to ${end} points outside the text`);
      own[part] = [...(own[part] ?? []), span];
      byId.set(attribution, own);
    }
    const labels = new Map(attributions.map((a) => [a.id, a]));
    const where = (id: string): string => `Line ${number}, attribution ${id}`;
    yield {
      doc: meta.doc ?? null,
      text,
      attributions: [...byId].map(([id, own]) => fromParts(own, labels.get(id) ?? { id }, where(id))),
    };
  }
}

function parseLine(line: string, number: number): z.infer<typeof Line> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UnreadableError(`Line ${number} is no JSON; each must be an article with text and spans`);
  }
  const parsed = Line.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new UnreadableError(`Line ${number}: ${issue?.path.join(".")}: ${issue?.message}; see docs/formats.md`);
}

/** Lines `{text, entities, relations, doc}` as doccano imports them for sequence labelling with relations. */
export function doccanoWriter(): Writer {
  // Numbers are unique in the whole file.
  let next = 1;
  return lineWriter(({ doc, text, attributions }) => {
    const convert = codePoints(text);
    const entities: { id: number; label: string; start_offset: number; end_offset: number }[] = [];
    const relations: { id: number; from_id: number; to_id: number; type: string }[] = [];
    const heads = new Map<string, number>();
    const link = (from: number, to: number, type: string): void => {
      relations.push({ id: next++, from_id: from, to_id: to, type });
    };
    for (const a of attributions) {
      const ids = (part: (typeof PARTS)[number]): number[] =>
        partSpans(a, part).map(([start, end]) => {
          const label = labelOf(part);
          entities.push({ id: next, label, start_offset: convert.from16(start), end_offset: convert.from16(end) });
          return next++;
        });
      const [head, ...more] = ids("content");
      if (head === undefined) continue;
      heads.set(a.id, head);
      for (const piece of more) link(head, piece, "CONTINUES");
      for (const part of PARTS) if (part !== "content") for (const id of ids(part)) link(head, id, labelOf(part));
    }
    for (const a of attributions) {
      const [inner, outer] = [heads.get(a.id), heads.get(a.within ?? "")];
      if (inner !== undefined && outer !== undefined && inner !== outer) link(inner, outer, "WITHIN");
    }
    return `${JSON.stringify({ text, entities, relations, doc })}\n`;
  });
}

/** The whole file for doccano. */
export const toDoccano = (readings: Iterable<Reading>): string => textOf(doccanoWriter(), readings);
