/** Third step's end, a telling or sentence at a time: of the tellings found behind its keys, those worth comparing. */
import { mostShared } from "../candidates.ts";

/** Takes ids, once for each key they stand behind; answers with ids, most keys in common first. */
export const sharedStep = (): ((line: number[]) => number[]) => mostShared;
