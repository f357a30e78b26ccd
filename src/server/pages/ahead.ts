/** What a page will ask for next, told in the Link header of its HTML, so that it comes while the first script is still being read. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Where Vite tells which file was made of what. */
const MANIFEST = ".vite/manifest.json";
const MAIN = "index.html";

/** Fonts that every page is written in: without them it would be laid out twice. */
const FONT = /-latin-wght-normal-.*\.woff2$/;

/** A file of the built page, and what it needs. */
interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
  assets?: string[];
}

/** What belongs to each page by the first part of its path. */
export interface Ahead {
  /** The Link header for an address; `null` where nothing is known of its page. */
  links(path: string): string | null;
  /** Addresses of the style sheets of its page, beside those that the HTML itself names. */
  styles(path: string): string[];
}

/** Reads what the build tells of the pages in `folder`; of a page that was built by other means nothing is told. */
export async function readAhead(folder: string): Promise<Ahead> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => "{}");
  const chunks = JSON.parse(text) as Record<string, Chunk>;
  const known = new Map(Object.entries(SOURCES).map(([page, source]) => [page, filesOf(chunks, source)]));
  const others = filesOf(chunks);
  const fonts = (chunks[MAIN]?.assets ?? []).filter((file) => FONT.test(file));
  const of = (path: string): Files => {
    const [, first = "", ...rest] = path.split("/");
    return known.get(first === "articles" && rest.join("") !== "" ? "article" : first) ?? others;
  };
  return {
    links(path) {
      const { scripts, styles } = of(path);
      const links = [
        ...fonts.map((file) => `</${file}>; rel=preload; as=font; type="font/woff2"; crossorigin`),
        ...styles.map((file) => `<${file}>; rel=preload; as=style; crossorigin`),
        ...scripts.map((file) => `<${file}>; rel=modulepreload`),
      ];
      return links.length > 0 ? links.join(", ") : null;
    },
    styles: (path) => of(path).styles,
  };
}

/** What each page is made of (src/web/routing/pages.ts). */
const SOURCES: Readonly<Record<string, string>> = {
  "": "articles/Articles.svelte",
  article: "reader/Reader.svelte",
  search: "search/Search.svelte",
  trace: "trace/Trace.svelte",
  dossier: "dossier/Dossier.svelte",
  audit: "audit/Audit.svelte",
};

/** What puts the app on any page. */
const START = "start/app.ts";

interface Files {
  scripts: string[];
  styles: string[];
}

/** The files of a page, or of any, beside those that the HTML itself names. */
function filesOf(chunks: Readonly<Record<string, Chunk>>, ...sources: string[]): Files {
  const seen = new Set([MAIN]);
  const files: Files = { scripts: [], styles: [] };
  const add = (name: string): void => {
    const chunk = chunks[name];
    if (!chunk || seen.has(name)) return;
    seen.add(name);
    files.scripts.push(`/${chunk.file}`);
    for (const file of chunk.css ?? []) files.styles.push(`/${file}`);
    for (const one of chunk.imports ?? []) add(one);
  };
  for (const source of [START, ...sources]) add(source);
  return files;
}
