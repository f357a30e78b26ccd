/** Which stretches of an article may tell what somebody asks for, so that the others need not be compared. */
import type { Span } from "../../document.ts";
import { newStemCounters, stemsOf } from "./stem-scan.ts";

/** Whether these stretches of a text may be about it. */
export type About = (spans: readonly Span[]) => boolean;

/** The same for any text. */
export type AboutIn = (text: string) => About;

/** Share of the words asked for that a stretch must have, and so many of them; of few, one is enough, since "knew" shares no beginning with "know". */
const SHARE = 0.25;
const FEWEST = 2;
const FEW = 5;

/** Tells the stretches that share some of these words, in whatever form and order. */
export function aboutWords(words: string): AboutIn {
  const wanted = new Set(stemsOf(words));
  const least = wanted.size <= FEW ? Math.min(1, wanted.size) : Math.max(FEWEST, SHARE * wanted.size);
  const countersOf = newStemCounters(wanted);
  return (text) => {
    const count = countersOf(text);
    return (spans) => count(spans) >= least;
  };
}
