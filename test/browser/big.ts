/** Readings larger than any article, made without the model: what counts here is how the page bears them. */
import type { Reading, Span } from "../../src/document.ts";
import { makeReading } from "../archive/readings.ts";

const NAMES = ["Ana Holt", "Otto Brandt", "Mara Tamm", "Pia Lund", "Ivo Kranz", "Lea Morn", "Edda Vik"];
/** Words of no language, so that no trace or search of the other articles meets them. */
const FILL = "Norv tilmat quessa borl hanit edzu pral omve tikk sarunde velt obbin ruk tessar".split(" ");

/** A reading of these paragraphs, a block each. */
function ofParagraphs(doc: string, title: string, outlet: string, paragraphs: readonly string[]): Reading {
  const text = paragraphs.join("\n\n");
  let at = 0;
  const blocks = paragraphs.map((words) => {
    const span: Span = [at, at + words.length];
    at = span[1] + 2;
    return { kind: "paragraph" as const, span };
  });
  return { ...makeReading(doc, text, { title, outlet, published: "2025-01-01" }), blocks };
}

/** One statement a paragraph: "Ana Holt said grum 1 plettin." */
export const withStatements = (doc: string, n: number): Reading =>
  ofParagraphs(
    doc,
    "Points in their order",
    "Tide Table",
    Array.from({ length: n }, (_, i) => `${NAMES[i % NAMES.length]} said grum ${i + 1} plettin.`),
  );

/** At least this many words, in paragraphs of seventy; every second one has a statement. */
export function withWords(doc: string, words: number): Reading {
  const filler = Array.from({ length: 60 }, (_, i) => FILL[i % FILL.length]).join(" ");
  const paragraphs = Array.from({ length: Math.ceil(words / 60) }, (_, i) =>
    i % 2 === 0 ? `${filler}. ${NAMES[i % NAMES.length]} said vorm ${i + 1} sarunde.` : `${filler}.`,
  );
  return ofParagraphs(doc, "A very long record", "The Tide Table Online", paragraphs);
}
