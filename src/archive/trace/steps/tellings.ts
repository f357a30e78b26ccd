/** Second step, an article at a time: its tellings, its sentences that nobody says, and what others need to know of it. */
import type { Reading } from "../../../document.ts";
import { articleOf } from "../article.ts";
import { newLexicon } from "../lexicon.ts";
import { namesIn } from "../normalise.ts";
import { newOutlets } from "../outlets.ts";
import { sourceOf } from "../source.ts";
import { tellingsOf } from "../tellings.ts";
import { freeSentences } from "../voice.ts";
import { faceLine } from "./face-line.ts";
import { freeLine, sourceLine, toldLine } from "./wire.ts";

/** All outlets, in order of the time at which they were met. */
export interface OutletsHeader {
  names: [key: string, name: string][];
  houses: string[];
}

/** JSON texts, which whoever passes them on need not look into. */
export interface TellingsAnswer {
  source: string;
  told: string[];
  /** Each telling without its words. */
  faces: string[];
  /** Senses of each telling, each once: what the weights are counted from. */
  senses: string[][];
  free: string[];
}

export function tellingsStep({
  names: known,
  houses,
}: OutletsHeader): (line: { article: number; reading: Reading }) => TellingsAnswer {
  const outlets = newOutlets(new Map(known), new Set(houses));
  return ({ article: index, reading }) => {
    const article = articleOf(reading);
    const lexicon = newLexicon();
    const names = namesIn(article.text);
    const told = tellingsOf(article, index, { outlets, names, lexicon });
    const source = sourceOf(article, outlets);
    return {
      source: JSON.stringify(sourceLine(source)),
      told: told.map((one) => JSON.stringify(toldLine(one, lexicon))),
      faces: told.map((one) => JSON.stringify(faceLine(one, source))),
      senses: told.map(({ content }) => [
        ...new Set(Array.from(content.words, (w) => lexicon.sense(lexicon.senseOf(w)))),
      ]),
      free: freeSentences(article, { names, lexicon }).map((free) => JSON.stringify(freeLine(free, lexicon))),
    };
  };
}
