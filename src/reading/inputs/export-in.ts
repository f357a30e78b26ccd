/** Whether a text is an export of many articles; the readers of exports are loaded only then. */
import type { Results } from "./result.ts";

/** Words that every export of a news database holds; most texts are told from one by them alone. */
const EXPORT_WORDS = /End of Document|of \d+ DOCUMENTS|Full text:|\bDocument [A-Z][A-Z0-9]{3,}\d{6}/;

/** The articles of an export of a news database; `null` when the text is none. */
export async function exportIn(text: string, html: boolean, name: string, base: string): Promise<Results | null> {
  if (!EXPORT_WORDS.test(text)) return null;
  const { exportOf } = await import("./exports.ts");
  return exportOf(html ? (await import("./html-lines.ts")).htmlLines(text) : text, name, base);
}
