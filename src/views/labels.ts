/** Labels of an attribution in words for readers. */
import type { Attribution, Framing, FurnitureKind, Kind } from "../document.ts";

const FRAMING: Readonly<Record<Framing, string>> = {
  neutral: "told neutrally",
  distancing: "told with distance",
  endorsing: "treated as true",
  hearsay: "hearsay",
};

const KIND: Readonly<Record<Kind, string>> = {
  person: "person",
  group: "group of people",
  organisation: "organisation",
  government: "government",
  outlet: "news medium",
  document: "document",
  none: "no source",
};

export const framingWords = (framing: Framing): string => FRAMING[framing];
export const kindWords = (kind: Kind): string => KIND[kind];

/** Who speaks, as well as it is known: the resolved name, else the words that stand there. */
export function speakerName(a: Attribution, words: string): string {
  if (a.entity) return a.entity;
  return words || "No source named";
}

/** "direct quotation · denial, negated · told with distance · held back". */
export function labelWords(a: Attribution): string[] {
  const form = { direct: "direct quotation", mixed: "partly quoted", indirect: "paraphrase" }[a.form];
  const act = a.act === "claim" ? (a.negated ? "not claimed" : null) : a.negated ? `no ${a.act}` : a.act;
  const naming = a.naming === "anonymous" ? "name held back" : a.naming === "role" ? "not named" : null;
  return [form, act, a.framing === "neutral" ? null : framingWords(a.framing), naming].filter(
    (word): word is string => word !== null,
  );
}

const FURNITURE: Readonly<Record<FurnitureKind, readonly [one: string, more: string]>> = {
  promo: ["promotion", "promotions"],
  teaser: ["teaser", "teasers"],
  label: ["label", "labels"],
  credit: ["credit", "credits"],
  byline: ["byline", "bylines"],
  cookies: ["cookie notice", "cookie notices"],
  newsletter: ["newsletter box", "newsletter boxes"],
  sharing: ["sharing link", "sharing links"],
  comments: ["comment box", "comment boxes"],
};

export const FURNITURE_KINDS = Object.keys(FURNITURE) as FurnitureKind[];

/** "teaser"; "2 teasers" when a number is given. */
export function furnitureWords(kind: FurnitureKind, n?: number): string {
  const [one, more] = FURNITURE[kind];
  return n === undefined ? one : `${n} ${n === 1 ? one : more}`;
}
