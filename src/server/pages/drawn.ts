/** The page of an article as the server sends it: with the article's view, and drawn where it is short. */
import type { Archive } from "../../archive/archive.ts";
import { type ReaderView, readerView } from "../../views/reader.ts";

/** An article's page that is asked for. */
export interface AskedPage {
  /** Of the address; with its percent signs. */
  path: string;
  /** With its question mark, or empty. */
  search: string;
  doc: string;
  /** `null` for the current one. */
  version: number | null;
  /** Two letters. */
  language: string;
}

/** What belongs into the page. */
export interface DrawnPage {
  /** HTML; empty where the page is not drawn and its script does it all. */
  head: string;
  body: string;
  /** JSON: what the script would have asked for. */
  given: string;
}

/** src/web/start/draw.ts, as it was built. */
type Draw = (asked: AskedPage, view: ReaderView) => { head: string; body: string } | null;

const BUILT = new URL("../../../dist/drawn/draw.js", import.meta.url);
let built: Promise<Draw> | null = null;

/** Nothing is drawn in a checkout whose page is not built. */
function drawer(): Promise<Draw> {
  built ??= import(BUILT.href).then(
    ({ draw }: { draw: Draw }) => draw,
    () => () => null,
  );
  return built;
}

/** `null` when there is no such article. */
export async function drawnPage(archive: Archive, asked: AskedPage): Promise<DrawnPage | null> {
  const { doc, version } = asked;
  const view = await readerView(archive, doc, version ?? undefined);
  if (!view) return null;
  const draw = await drawer();
  const { head, body } = draw(asked, view) ?? { head: "", body: "" };
  return { head, body, given: JSON.stringify({ doc, version, view }) };
}
