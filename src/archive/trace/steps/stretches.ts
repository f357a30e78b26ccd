/** Seventh step, a sentence that nobody says at a time: which first tellings stand in it at all, so that few go on. */
import { newLexicon } from "../lexicon.ts";
import { stretchIn } from "../voice.ts";
import { type CountedLine, countedOf, type FreeLine, freeOf, type ToldLine, toldOf } from "./wire.ts";

export interface StretchesLine {
  free: FreeLine;
  firsts: ToldLine[];
}

/** Answers with the places in `firsts`, in their order. */
export function stretchesStep(header: CountedLine): (line: StretchesLine) => number[] {
  const counted = countedOf(header);
  return ({ free, firsts }) => {
    const lexicon = newLexicon(counted);
    const sentence = freeOf(free, lexicon);
    return firsts.flatMap((first, i) => (stretchIn(toldOf(first, 0, lexicon), sentence, lexicon) ? [i] : []));
  };
}
