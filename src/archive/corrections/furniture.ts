/** Furniture that a human marked or unmarked, put onto a document: blocks and furniture go on tiling its text. */
import { contains, hull, merged, overlaps, without } from "../../attribution/spans.ts";
import type { Attribution, Block, Document, Furniture, Span } from "../../document.ts";
import { findPlace, type PlaceState } from "./anchor.ts";
import type { EventOf } from "./events.ts";
import type { Budget } from "./near.ts";

export type FurnitureEvent = EventOf<"mark-furniture" | "unmark-furniture">;

export interface FurnitureCorrected {
  blocks: Block[];
  furniture: Furniture[];
  /** Where a human has decided; statements outside keep what the machine says of them. */
  touched: Span[];
  placed: { event: FurnitureEvent; state: PlaceState }[];
  lost: { event: FurnitureEvent; reason: string }[];
}

/**
 * Applies marks in the order of the log; the later one wins where two overlap. Useful by itself before attributions are found: what the
 * machine dropped because it stood in a box comes back only when the document is read again without the box.
 */
export function correctFurniture(
  doc: Pick<Document, "text" | "blocks" | "furniture">,
  events: Iterable<FurnitureEvent>,
  budget: Budget,
): FurnitureCorrected {
  const { text } = doc;
  const out: FurnitureCorrected = { blocks: doc.blocks, furniture: doc.furniture, touched: [], placed: [], lost: [] };
  for (const event of events) {
    const found = findPlace(text, event.place, { budget });
    const span = found.state === "lost" ? null : trimmed(text, found.span);
    if (!span || found.state === "lost") {
      out.lost.push({ event, reason: found.state === "lost" ? found.reason : "there is nothing but blanks" });
      continue;
    }
    const freed = out.furniture.flatMap((piece) => inside(piece.span, span));
    out.furniture = cut(text, out.furniture, span);
    if (event.type === "mark-furniture") {
      out.blocks = cut(text, out.blocks, span);
      out.furniture = ordered([
        ...out.furniture,
        { kind: event.kind, span, reason: `marked as furniture by ${event.author}` },
      ]);
    } else {
      const spans = merged(freed).map((piece) => trimmed(text, piece));
      const blocks = spans.filter((s) => s !== null).map((s): Block => ({ kind: "paragraph", span: s }));
      out.blocks = ordered([...out.blocks, ...blocks]);
    }
    out.touched = merged([...out.touched, span]);
    out.placed.push({ event, state: found.state });
  }
  return out;
}

/** Does a statement stand in furniture? `null` where no human has decided. */
export function standsInFurniture(a: Attribution, { furniture, touched }: FurnitureCorrected): boolean | null {
  const whole = hull([...a.content, ...a.cue, ...a.source]);
  if (!whole || !touched.some((span) => overlaps(span, whole))) return null;
  return furniture.some(({ span }) => contains(span, whole));
}

const ordered = <T extends { span: Span }>(list: T[]): T[] => list.sort((a, b) => a.span[0] - b.span[0]);

/** The list with the span taken out of its pieces; what is left of a piece keeps its kind. */
const cut = <T extends { span: Span }>(text: string, list: readonly T[], span: Span): T[] =>
  list.flatMap((piece) => {
    if (!overlaps(piece.span, span)) return [piece];
    const rest = without([piece.span], span).map((left) => trimmed(text, left));
    return rest.filter((left) => left !== null).map((left) => ({ ...piece, span: left }));
  });

/** What two spans share, as a list of one or none. */
function inside(a: Span, b: Span): Span[] {
  const both: Span = [Math.max(a[0], b[0]), Math.min(a[1], b[1])];
  return both[0] < both[1] ? [both] : [];
}

/** The span without blanks at its edges; `null` when there is nothing else. */
function trimmed(text: string, [start, end]: Span): Span | null {
  let [s, e] = [start, end];
  while (s < e && blank(text, s)) s++;
  while (e > s && blank(text, e - 1)) e--;
  return s < e ? [s, e] : null;
}

const blank = (text: string, at: number): boolean => /[\s\u0000-\u0020\ufeff]/.test(text.charAt(at));
