/**
 * What a page will ask for next, told in the Link header of its HTML, so that it comes while the script is still being read:
 * the parts of the script that this page needs and, of an article, its view.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";

/** Where Vite tells which file was made of what. */
const MANIFEST = ".vite/manifest.json";
const MAIN = "index.html";

/** A file of the built page, and what it needs. */
interface Chunk {
  file: string;
  imports?: string[];
  css?: string[];
}

/** Links for each page by the first part of its path. */
export interface Ahead {
  /** The Link header for an address; `null` where nothing is known of its page. */
  of(path: string, query: URLSearchParams): string | null;
}

/** Reads what the build tells of the pages in `folder`; of a page that was built by other means nothing is told. */
export async function readAhead(folder: string): Promise<Ahead> {
  const text = await readFile(join(folder, MANIFEST), "utf8").catch(() => "{}");
  const chunks = JSON.parse(text) as Record<string, Chunk>;
  const scripts = new Map(Object.keys(SOURCES).map((page) => [page, scriptLinks(chunks, SOURCES[page] as string)]));
  return {
    of(path, query) {
      const [first = "", ...rest] = path.split("/").slice(1);
      const doc = rest.join("/");
      const page = first === "articles" && doc !== "" ? "article" : first;
      const links = [...(page === "article" ? viewLink(doc, query) : []), ...(scripts.get(page) ?? [])];
      return links.length > 0 ? links.join(", ") : null;
    },
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

/** The files of a page beside those that the HTML itself names. */
function scriptLinks(chunks: Readonly<Record<string, Chunk>>, source: string): string[] {
  const seen = new Set([MAIN]);
  const links: string[] = [];
  const add = (name: string): void => {
    const chunk = chunks[name];
    if (!chunk || seen.has(name)) return;
    seen.add(name);
    links.push(`</${chunk.file}>; rel=modulepreload`);
    for (const file of chunk.css ?? []) links.push(`</${file}>; rel=preload; as=style; crossorigin`);
    for (const one of chunk.imports ?? []) add(one);
  };
  add(source);
  return links;
}

/** The request that the page of an article makes, letter for letter; else it would be made twice. */
function viewLink(path: string, query: URLSearchParams): string[] {
  let doc: string;
  try {
    doc = decodeURIComponent(path);
  } catch {
    return [];
  }
  const version = Number(query.get("version")) || null;
  const address = `/api/articles/${encodeURIComponent(doc)}${version === null ? "" : `?version=${version}`}`;
  return [`<${address}>; rel=preload; as=fetch; crossorigin`];
}
