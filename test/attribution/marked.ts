/** A sentence with its source, cue and content in [ ], < > and { } as an attribution, for the examples of the lexicon. */
import { toAttribution } from "../../src/attribution/attribute.ts";
import type { Context } from "../../src/attribution/context.ts";
import type { Attribution, Span } from "../../src/document.ts";
import { contextOf, docOf } from "../helpers.ts";

const OPEN: Readonly<Record<string, "source" | "cue" | "content">> = { "[": "source", "<": "cue", "{": "content" };

/** The attribution that the marks show, and the context of the text without them. */
export function marked(example: string): { attribution: Attribution; context: Context } {
  const spans: Record<"source" | "cue" | "content", Span[]> = { source: [], cue: [], content: [] };
  let text = "";
  let open: { part: "source" | "cue" | "content"; at: number } | null = null;
  for (const char of example) {
    const part = OPEN[char];
    if (part) open = { part, at: text.length };
    else if (open && /[\]>}]/.test(char)) {
      spans[open.part].push([open.at, text.length]);
      open = null;
    } else text += char;
  }
  const proposal = { ...spans, confidence: 0.9, by: "test", reason: "test" };
  return { attribution: { ...toAttribution(proposal), id: "a1" }, context: contextOf(docOf(text)) };
}
