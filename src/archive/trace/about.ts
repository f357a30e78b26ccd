/** Which stretches of an article may tell what somebody asks for, so that the others need not be compared. */
import type { Span } from "../../document.ts";
import { newStemScanner, stemsOf } from "./stem-scan.ts";

/** Whether these stretches of a text may be about it. */
export type About = (text: string, spans: readonly Span[]) => boolean;

/** Share of the words asked for that a stretch must have, and so many of them; of few, one is enough, since "knew" shares no beginning with "know". */
const SHARE = 0.25;
const FEWEST = 2;
const FEW = 5;

/** Tells the stretches that share some of these words, in whatever form and order. */
export function aboutWords(words: string): About {
  const wanted = new Set(stemsOf(words));
  const least = wanted.size <= FEW ? Math.min(1, wanted.size) : Math.max(FEWEST, SHARE * wanted.size);
  const scan = newStemScanner(wanted);
  return (text, spans) => {
    const shared = new Set<string>();
    for (const span of spans) for (const stem of scan(text, span)) shared.add(stem);
    return shared.size >= least;
  };
}
