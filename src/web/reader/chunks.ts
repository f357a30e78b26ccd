/** A long article is shown in stretches: those near to what is seen with their marks, the others as plain text, so that every page of it is as quick as a short one. */
import type { Part } from "../../views/marks.ts";
import { markedOf } from "./parts.ts";

/** From that many parts on an article is long, and that many are in a stretch. */
const LONG = 300;
const STRETCH = 30;
/** UTF-16 units in a line, its height and what is between two parts (rem), for the room of what has not been seen. */
const LINE = 76;
const HEIGHT = 1.95;
const GAP = 1.05;

/** Parts from `first` up to, but not including, `end`. */
export interface Chunk {
  first: number;
  end: number;
}

export const isLong = (parts: readonly Part[]): boolean => parts.length > LONG;

/** The stretches of an article; a short one is a single stretch. */
export function chunksOf(parts: readonly Part[]): Chunk[] {
  const size = isLong(parts) ? STRETCH : Math.max(1, parts.length);
  return Array.from({ length: Math.ceil(parts.length / size) }, (_, i) => ({
    first: i * size,
    end: Math.min(parts.length, (i + 1) * size),
  }));
}

/** About how high a stretch will be, in rem. */
export const heightOf = (parts: readonly Part[], { first, end }: Chunk): number =>
  parts
    .slice(first, end)
    .flatMap(markedOf)
    .reduce((sum, { span }) => sum + Math.ceil((span[1] - span[0]) / LINE) * HEIGHT + GAP, 0);
