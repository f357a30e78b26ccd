/** Third step, an article at a time, once all senses have been counted: the keys under which contents meet. */
import { keysOf, sentenceKeys } from "../candidates.ts";
import { newLexicon } from "../lexicon.ts";
import { type CountedLine, countedOf, type FreeLine, packLine, type ToldLine } from "./wire.ts";

export interface KeysAnswer {
  told: number[][];
  free: number[][];
}

export function keysStep(header: CountedLine): (line: { told: ToldLine[]; free: FreeLine[] }) => KeysAnswer {
  const counted = countedOf(header);
  return ({ told, free }) => {
    const lexicon = newLexicon(counted);
    const once = (keys: readonly number[]): number[] => [...new Set(keys)];
    return {
      told: told.map(({ words, speaker }) =>
        once(keysOf(packLine(words, lexicon), speaker?.words.at(-1) ?? null, lexicon)),
      ),
      free: free.map(({ words }) => once(sentenceKeys(packLine(words, lexicon), lexicon))),
    };
  };
}
