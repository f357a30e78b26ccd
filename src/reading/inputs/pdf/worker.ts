/** Runs the PDF parser in a thread of its own, which can be stopped: a hostile file may keep it busy for ever. */
import { parentPort, workerData } from "node:worker_threads";
import { getDocumentProxy } from "unpdf";
import type { Piece } from "./columns.ts";
import { type Page, paragraphsOf, type Text } from "./paragraphs.ts";

/** What the thread answers. */
export type Answer = Text | { failure: "pages" | "text" | "password" | "broken" };

/** What it is asked. */
export interface Task {
  bytes: Uint8Array;
  mostPages: number;
  /** Characters of text at most. */
  mostText: number;
}

async function textOf({ bytes, mostPages, mostText }: Task): Promise<Answer> {
  const pdf = await getDocumentProxy(bytes, { verbosity: 0, stopAtErrors: false });
  if (pdf.numPages > mostPages) return { failure: "pages" };
  const pages: Page[] = [];
  let left = mostText;
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const [, foot = 0, , top = 0] = page.view;
    const pieces: Piece[] = [];
    for (const item of items) {
      if (!("str" in item) || item.str === "") continue;
      const [a, b, , d, x, y] = item.transform as [number, number, number, number, number, number];
      // Upright text only: what runs along the edge is no part of an article.
      if (Math.abs(b) > Math.abs(a)) continue;
      left -= item.str.length;
      pieces.push({ text: item.str, x, y: y - foot, width: item.width, size: Math.abs(d) || Math.abs(a) || 1 });
    }
    if (left < 0) return { failure: "text" };
    pages.push({ height: top - foot, pieces });
    page.cleanup();
  }
  return paragraphsOf(pages);
}

textOf(workerData as Task)
  .catch((error: unknown): Answer => {
    const name = error instanceof Error ? error.name : "";
    return { failure: name === "PasswordException" ? "password" : "broken" };
  })
  .then((answer) => parentPort?.postMessage(answer));
