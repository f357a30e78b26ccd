/** Values of metadata as pages write them, made plain. */
import type { MetaField } from "../../document.ts";
import { findDate } from "../dates.ts";

/** White space folded to single spaces, none at the ends. */
export const squash = (s: string): string => s.replace(/[\s\u00a0\u200b]+/g, " ").trim();

const ENTITY: Readonly<Record<string, string>> = {
  amp: "&",
  quot: '"',
  apos: "'",
  lt: "<",
  gt: ">",
  nbsp: " ",
  rsquo: "’",
  lsquo: "‘",
  ldquo: "“",
  rdquo: "”",
  ndash: "–",
  mdash: "—",
  hellip: "…",
};
/** Tags sometimes hold entities twice escaped, and JSON-LD holds them once. */
export const unescapeEntities = (s: string): string =>
  s.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,8});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return ENTITY[name.toLowerCase()] ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code > 31 && code < 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : " ";
  });

/** A value as its field is kept; `null` where it cannot be one. */
export function cleaned(field: MetaField, value: string | null | undefined): string | null {
  const clean = squash(unescapeEntities(value ?? "").replace(/<[^>]{0,200}>/g, " "));
  if (!clean) return null;
  if (field === "published" || field === "modified") return findDate(clean) ?? looseDate(clean);
  if (field === "language") return /^[a-z]{2,3}\b/i.exec(clean)?.[0].toLowerCase() ?? null;
  if (field === "url") return /^https?:\/\//i.test(clean) && clean.length < 2000 ? clean : null;
  if (field === "byline") return /^https?:/i.test(clean) ? null : clean;
  return clean.length <= 400 ? clean : null;
}

/** "20231127", "Mon, 27 Nov 2023 …", "1701093600". */
function looseDate(s: string): string | null {
  const compact = /^(\d{4})(\d{2})(\d{2})/.exec(s);
  if (compact && /^(?:19|20)/.test(s)) return findDate(`${compact[1]}-${compact[2]}-${compact[3]}`);
  if (/^\d{10}(?:\d{3})?$/.test(s)) return new Date(Number(s.slice(0, 10)) * 1000).toISOString();
  const us = /^(\d{1,2})\/(\d{1,2})\/(\d{2})\b/.exec(s);
  if (us) return findDate(`20${us[3]}-${(us[1] as string).padStart(2, "0")}-${(us[2] as string).padStart(2, "0")}`);
  return null;
}
