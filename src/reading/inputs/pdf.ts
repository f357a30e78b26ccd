/** PDF → text, in paragraphs and reading order. */
import { EXIT, NotAnArticleError, UnreadableError } from "../../error.ts";
import { LARGEST_ARTICLE } from "./decode.ts";
import { isolated } from "./isolated.ts";
import type { Text } from "./pdf/paragraphs.ts";
import type { Answer, Task } from "./pdf/worker.ts";

/** No PDF of an article or an export is larger than this, in bytes. */
export const LARGEST_PDF = 100 * 1024 * 1024;
export const MOST_PAGES = 1000;
export const LONGEST_MS = 60_000;
/** Memory of the thread, in MB; what needs more is a bomb. */
const MOST_MEMORY = 768;

export interface PdfLimits {
  pages: number;
  ms: number;
}

/** The text of a PDF. Throws one clear line where it is broken, locked, without text, or over a limit. */
export async function pdfText(
  bytes: Uint8Array,
  name: string,
  limits: PdfLimits = { pages: MOST_PAGES, ms: LONGEST_MS },
): Promise<Text> {
  const task: Task = { bytes: Uint8Array.from(bytes), mostPages: limits.pages, mostText: LARGEST_ARTICLE };
  const answer = await isolated<Answer>(new URL("./pdf/worker", import.meta.url), task, {
    ms: limits.ms,
    memory: MOST_MEMORY,
  });
  const over = (what: string): UnreadableError => new UnreadableError(`${name}: ${what}`, EXIT.limit);
  if (answer === "slow")
    throw over(`takes longer than ${limits.ms / 1000} seconds to read; print it to a new PDF, or save its text`);
  if (answer === "memory") throw over("needs more memory to read than any article; save its text instead");
  const broken = new UnreadableError(`${name}: is a broken PDF; print it to a new one, or save its text`);
  if (answer === "failed") throw broken;
  if ("text" in answer) {
    if (answer.text) return answer;
    const line = "holds no text, only pictures of pages; run text recognition (OCR) over it first";
    throw new NotAnArticleError(`${name}: ${line}`, EXIT.empty);
  }
  switch (answer.failure) {
    case "pages":
      throw over(`has more than ${limits.pages} pages; split it into articles`);
    case "text":
      throw over(`holds more than ${LARGEST_ARTICLE / 1024 / 1024} MB of text; split it into articles`);
    case "password":
      throw new UnreadableError(`${name}: is locked by a password; save it without one`);
    case "broken":
      throw broken;
  }
}
