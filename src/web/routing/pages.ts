/** Which page a path shows. Pages are loaded when they are first asked for. */
import type { Component } from "svelte";

export const PAGES = [
  "articles",
  "reader",
  "search",
  "trace",
  "dossier",
  "audit",
  "compare",
  "bring-in",
  "settings",
  "missing",
] as const;
export type PageName = (typeof PAGES)[number];

type Loader = () => Promise<{ default: Component }>;

const LOADERS: Readonly<Record<PageName, Loader>> = {
  articles: () => import("../articles/Articles.svelte"),
  reader: () => import("../reader/Reader.svelte"),
  search: () => import("../search/Search.svelte"),
  trace: () => import("../trace/Trace.svelte"),
  dossier: () => import("../dossier/Dossier.svelte"),
  audit: () => import("../audit/Audit.svelte"),
  compare: () => import("../compare/Compare.svelte"),
  "bring-in": () => import("../bring-in/BringIn.svelte"),
  settings: () => import("../help/Settings.svelte"),
  missing: () => import("../parts/Missing.svelte"),
};

/** The page of a path, and what the path says beyond it (the id of an article). */
export function pageOf(path: string): { page: PageName; rest: string } {
  const [first = "", ...more] = path.split("/").slice(1);
  const rest = more.join("/");
  if (first === "") return { page: "articles", rest: "" };
  if (first === "articles") return rest === "" ? { page: "articles", rest } : { page: "reader", rest: decoded(rest) };
  if (first === "speakers") return { page: "dossier", rest };
  if (first === "help") return { page: "settings", rest };
  const page = PAGES.find((name) => name === first && name !== "reader" && name !== "missing");
  return { page: page ?? "missing", rest };
}

export const loadPage = (page: PageName): ReturnType<Loader> => LOADERS[page]();

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
