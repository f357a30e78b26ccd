/** Which page a path shows. */

export const PAGES = [
  "articles",
  "reader",
  "search",
  "trace",
  "dossier",
  "audit",
  "outlets",
  "compare",
  "bring-in",
  "settings",
  "missing",
] as const;
export type PageName = (typeof PAGES)[number];

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

/** Percent signs read; a text with wrong ones as it is. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
