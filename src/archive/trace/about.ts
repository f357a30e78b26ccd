/** Which stretches of an article may tell what somebody asks for, so that the others need not be compared. */
import type { Span } from "../../document.ts";
import { FUNCTION } from "./classes.ts";
import { fold } from "./speaker.ts";

/** Whether these stretches of a text may be about it. */
export type About = (text: string, spans: readonly Span[]) => boolean;

/** Share of the words asked for that a stretch must have, and so many of them; of few, one is enough, since "knew" shares no beginning with "know". */
const SHARE = 0.25;
const FEWEST = 2;
const FEW = 5;
/** Letters by which forms of a word are told to be one: "harbour", "harbours'"; "decided", "decision". */
const STEM = 5;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

/** Tells the stretches that share some of these words, in whatever form and order. */
export function aboutWords(words: string): About {
  const wanted = new Set(stems(words));
  const least = wanted.size <= FEW ? Math.min(1, wanted.size) : Math.max(FEWEST, SHARE * wanted.size);
  return (text, spans) => {
    const shared = new Set<string>();
    for (const [start, end] of spans)
      for (const stem of stems(text.slice(start, end))) {
        if (wanted.has(stem)) shared.add(stem);
        if (shared.size >= least) return true;
      }
    return shared.size >= least;
  };
}

const PLAIN = /^[\0-\x7f]*$/;

const stems = (text: string): string[] =>
  ((PLAIN.test(text) ? text.toLowerCase() : fold(text)).match(WORD) ?? [])
    .filter((word) => !FUNCTION.has(word))
    .map((word) => word.slice(0, STEM));
