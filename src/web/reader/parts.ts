/** The text of a part, whatever its kind. */
import type { Marked, Part } from "../../views/marks.ts";

export const markedOf = (part: Part): Marked[] =>
  part.kind === "furniture" ? part.items.map(({ text }) => text) : part.kind === "list" ? part.items : [part.text];
