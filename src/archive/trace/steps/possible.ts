/** Fourth step, a telling at a time: which of the earlier tellings that share keys with it it may match, whatever their words. */
import type { Origin } from "../evidence.ts";
import { type Face, mayMatch } from "../face.ts";
import { type FaceLine, faceOf, originOf } from "./face-line.ts";

export interface PossibleLine {
  face: FaceLine;
  earlier: FaceLine[];
}

/** Answers with the places in `earlier`, in their order. */
export function possibleStep(): (line: PossibleLine) => number[] {
  return ({ face, earlier }) => {
    // Two tellings of one article are told apart from those of two by its being the same object.
    const origins = new Map<number, Origin>();
    const set = (line: FaceLine): [Face, Origin] => {
      const origin = origins.get(line.article) ?? originOf(line);
      origins.set(line.article, origin);
      return [faceOf(line), origin];
    };
    const [later, mine] = set(face);
    return earlier.flatMap((line, i) => {
      const [first, theirs] = set(line);
      return mayMatch(first, later, theirs, mine) ? [i] : [];
    });
  };
}
