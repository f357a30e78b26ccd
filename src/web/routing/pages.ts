/** The pages. Each is loaded when it is first asked for. */
import type { Component } from "svelte";
import type { PageName } from "./paths.ts";

type Loader = () => Promise<{ default: Component }>;

/** Fetches a page. */
export type LoadPage = (page: PageName) => ReturnType<Loader>;

const LOADERS: Readonly<Record<PageName, Loader>> = {
  articles: () => import("../articles/Articles.svelte"),
  reader: () => import("../reader/Reader.svelte"),
  search: () => import("../search/Search.svelte"),
  trace: () => import("../trace/Trace.svelte"),
  dossier: () => import("../dossier/Dossier.svelte"),
  audit: () => import("../audit/Audit.svelte"),
  outlets: () => import("../outlets/Outlets.svelte"),
  compare: () => import("../compare/Compare.svelte"),
  "bring-in": () => import("../bring-in/BringIn.svelte"),
  settings: () => import("../help/Settings.svelte"),
  missing: () => import("../parts/Missing.svelte"),
};

export const loadPage: LoadPage = (page) => LOADERS[page]();
