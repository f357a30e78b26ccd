/**
 * W3C Web Annotation Data Model: one collection, an annotation a statement. Its target is the content, its bodies say in words
 * who speaks and point to source, cue, channel and date; each place is given as quote and as position in code points.
 */
import { z } from "zod";
import type { Attribution, Document, Reading, Span } from "../document.ts";
import { UnreadableError } from "../error.ts";
import { labelWords, speakerName } from "../views/labels.ts";
import { wordsAt } from "../attribution/statements.ts";
import { type CodePoints, codePoints } from "./code-points.ts";
import { articleIri, LABEL_NAMESPACE, statementIri } from "./iri.ts";
import { fromParts, labelsOf, PARTS, type Part, type PartSpans, partSpans } from "./parts.ts";
import { findQuote, quoteAt } from "../archive/quote.ts";
import { listWriter, textOf, type Writer } from "./writer.ts";

/** `part` says which part of the statement a place is; `labels` is plain JSON. */
const CONTEXT = [
  "http://www.w3.org/ns/anno.jsonld",
  {
    "@version": 1.1,
    part: `${LABEL_NAMESPACE}part`,
    labels: { "@id": `${LABEL_NAMESPACE}labels`, "@type": "@json" },
  },
];

const HEAD = {
  "@context": CONTEXT,
  id: "urn:hearsay:annotations",
  type: "AnnotationCollection",
  label: "Who says so: statements found by Hearsay",
};
const PAGE = { id: "urn:hearsay:annotations:1", type: "AnnotationPage", startIndex: 0 };
/** An object's JSON, left open for more properties. */
const open = (value: object): string => JSON.stringify(value).slice(0, -1);

/** The collection with its one page, an annotation a line. */
export const webAnnotationWriter = (): Writer =>
  listWriter(`${open(HEAD)},\n"first":${open(PAGE)},"items":`, annotations, (total) => `},\n"total":${total}}`);

/** The same as one string, with a final line break. */
export const toWebAnnotation = (readings: Iterable<Reading>): string => textOf(webAnnotationWriter(), readings);

function* annotations(reading: Reading): Generator<unknown> {
  const convert = codePoints(reading.text);
  for (const a of reading.attributions) yield annotation(reading, a, convert);
}

function annotation(reading: Reading, a: Attribution, convert: CodePoints): unknown {
  const { text } = reading;
  const place = (part: Part, span: Span): object => ({
    type: "SpecificResource",
    source: articleIri(reading),
    part,
    selector: [
      { type: "TextQuoteSelector", ...quoteAt(text, span) },
      { type: "TextPositionSelector", start: convert.from16(span[0]), end: convert.from16(span[1]) },
    ],
  });
  const places = (part: Part): object[] => partSpans(a, part).map((span) => place(part, span));
  const words = [speakerName(a, wordsAt(text, a.source)), ...labelWords(a)].join(" · ");
  return {
    id: statementIri(reading.doc, a.id),
    type: "Annotation",
    motivation: "describing",
    body: [
      { type: "TextualBody", value: words, format: "text/plain", language: "en", purpose: "describing" },
      ...PARTS.filter((part) => part !== "content")
        .flatMap(places)
        .map((body) => ({ ...body, purpose: "identifying" })),
    ],
    target: places("content"),
    labels: { doc: reading.doc, ...labelsOf(a) },
  };
}

const list = <T extends z.ZodType>(item: T) => z.union([z.array(item), item.transform((one) => [one])]);
const Selector = z.looseObject({
  type: z.string(),
  exact: z.string().optional(),
  prefix: z.string().default(""),
  suffix: z.string().default(""),
  start: z.number().int().min(0).optional(),
  end: z.number().int().min(0).optional(),
});
/** A bare address is a target too, of the whole article. */
const Place = z
  .looseObject({ source: z.string().optional(), part: z.enum(PARTS).optional(), selector: list(Selector).default([]) })
  .or(z.string().transform((source) => ({ source, part: undefined, selector: [] })));
const Annotated = z.looseObject({
  id: z.string(),
  body: list(Place).default([]),
  target: list(Place),
  labels: z.looseObject({ doc: z.string().optional(), id: z.string().optional() }).default({}),
});
const Collection = z.looseObject({ first: z.looseObject({ items: z.array(Annotated) }) });

export interface FoundAnnotations {
  /** By article id; articles without annotations are missing. */
  attributions: Map<string, Attribution[]>;
  /** Annotations that could not be placed, with the reason in words. */
  lost: { id: string; reason: string }[];
}

/**
 * Reads a collection back against the articles it is about (by their id, else by their address). The quote decides where a part
 * stands, the position is a hint. Throws `UnreadableError` when the text is no such collection or a label is unknown.
 */
export function fromWebAnnotation(
  json: string,
  documents: Iterable<Pick<Document, "doc" | "text" | "article">>,
): FoundAnnotations {
  const docs = [...documents].map((d) => ({ ...d, convert: codePoints(d.text) }));
  const byDoc = new Map(docs.map((d) => [d.doc, d]));
  const byIri = new Map(docs.map((d) => [articleIri(d), d]));
  const found: FoundAnnotations = { attributions: new Map(), lost: [] };
  for (const { id, body, target, labels } of parse(json)) {
    const places = [
      ...body.filter((b) => b.part),
      ...target.map((t) => ({ ...t, part: t.part ?? ("content" as const) })),
    ];
    const named = labels.doc === undefined ? byIri.get(target[0]?.source ?? "") : byDoc.get(labels.doc);
    if (!named) {
      found.lost.push({ id, reason: "its article is not among those given" });
      continue;
    }
    const spans: PartSpans = {};
    let missing: string | null = null;
    for (const { part, selector } of places) {
      const span = locate(named.text, named.convert, selector);
      if (!span) missing ??= `its ${part} does not stand in the article`;
      else if (part) spans[part] = [...(spans[part] ?? []), span];
    }
    if (missing) {
      found.lost.push({ id, reason: missing });
      continue;
    }
    const list = found.attributions.get(named.doc) ?? [];
    const { doc: _, ...own } = labels;
    list.push(fromParts(spans, { ...own, id: own.id ?? id }, id));
    found.attributions.set(named.doc, list);
  }
  return found;
}

function parse(json: string): z.infer<typeof Annotated>[] {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new UnreadableError("This is no JSON; a Web Annotation collection is needed (docs/formats.md)");
  }
  const parsed = Collection.safeParse(value);
  if (parsed.success) return parsed.data.first.items;
  const issue = parsed.error.issues[0];
  throw new UnreadableError(
    `This is no Web Annotation collection with its first page inside (docs/formats.md): ${issue?.path.join(".")}: ${issue?.message}`,
  );
}

function locate(text: string, convert: CodePoints, selectors: z.infer<typeof Selector>[]): Span | null {
  const position = selectors.find((s) => s.start !== undefined && s.end !== undefined);
  const at: Span | null = position ? [convert.to16(position.start ?? 0), convert.to16(position.end ?? 0)] : null;
  const quote = selectors.find((s) => s.exact !== undefined);
  if (quote) return findQuote(text, { ...quote, exact: quote.exact ?? "" }, at?.[0]);
  return at && at[0] < at[1] && at[1] <= text.length ? at : null;
}
