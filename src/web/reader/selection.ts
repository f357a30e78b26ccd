/** From what is selected on the page to the article's text. */
import type { Span } from "../../document.ts";

/** The span (UTF-16 units) that is selected with the mouse in the article; `null` where nothing of it is. */
export function selectionIn(): Span | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = offsetOf(range.startContainer, range.startOffset);
  const end = offsetOf(range.endContainer, range.endOffset);
  return start !== null && end !== null && end > start ? [start, end] : null;
}

/** Pieces of the text carry where they begin (`data-at`). */
function offsetOf(node: Node, offset: number): number | null {
  if (node.nodeType !== Node.TEXT_NODE) {
    const child = node.childNodes[offset];
    const piece =
      child instanceof Element ? (child.matches("[data-at]") ? child : child.querySelector("[data-at]")) : null;
    return piece instanceof HTMLElement ? Number(piece.dataset.at) : null;
  }
  const piece = node.parentElement?.closest<HTMLElement>("[data-at]");
  return piece ? Number(piece.dataset.at) + offset : null;
}
