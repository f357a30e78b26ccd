/** Words and names of the generated archive: as many, and as unequally frequent, as those of real articles. */
import { readFileSync } from "node:fs";
import { FIRST, LAST, NAMES, PLACES } from "../../test/archive/trace/templates.ts";
import type { Random } from "../../test/archive/trace/random.ts";

/** The model's word list: its whole words stand about in order of their frequency in English. */
const VOCABULARY = new URL("../../models/attribution-en/vocab.txt", import.meta.url);
const FEWEST_LETTERS = 4;
/** Words that stand everywhere are written by the templates themselves. */
const SKIPPED = 200;

/** Content words, the most frequent first. */
export const VOCAB: readonly string[] = readFileSync(VOCABULARY, "utf8")
  .split("\n")
  .filter((word) => /^[a-z]+$/.test(word) && word.length >= FEWEST_LETTERS)
  .slice(SKIPPED);

/** An index below `n`, the i-th about 1/i as often as the first (Zipf's law with exponent 1, by inversion of the integral). */
export const zipf = (r: Random, n: number): number => Math.min(n - 1, Math.floor((n + 1) ** r.next()) - 1);

export const word = (r: Random): string => VOCAB[zipf(r, VOCAB.length)] as string;

const OFFICES = ["mayor", "harbour master", "spokesman", "deputy minister", "union leader", "professor", "engineer"];
const HOUSES = ["Ministry of Works", "Port Authority", "Tramways", "Nurses’ Union", "Rowing Club", "City Council"];

/** Who speaks. */
export interface Voice {
  name: string;
  role: string;
  kind: "person" | "organisation" | "government";
  naming: "named" | "role" | "anonymous";
}

/** Surnames beside those of the templates, so that a large archive has as many people as a real one. */
const SURNAMES = [...LAST, ...NAMES];
const MIDDLES = ["", "A. ", "B. ", "J. ", "M. "];
const WITHOUT_NAME: readonly Voice[] = [
  { name: "a senior official", role: "", kind: "government", naming: "anonymous" },
  { name: "a person familiar with the talks", role: "", kind: "person", naming: "anonymous" },
  { name: "two sources", role: "", kind: "person", naming: "anonymous" },
  { name: "a police spokesman", role: "", kind: "government", naming: "role" },
  { name: "the fire chief", role: "", kind: "person", naming: "role" },
];
const PEOPLE = FIRST.length * SURNAMES.length * MIDDLES.length;

/** The i-th person; the same one everywhere. */
export function personAt(i: number): Voice {
  const first = FIRST[i % FIRST.length] as string;
  const rest = Math.floor(i / FIRST.length);
  const last = SURNAMES[rest % SURNAMES.length] as string;
  const middle = MIDDLES[Math.floor(rest / SURNAMES.length) % MIDDLES.length] as string;
  const place = PLACES[(i * 7) % PLACES.length] as string;
  const office = OFFICES[(i * 13) % OFFICES.length] as string;
  return { name: `${first} ${middle}${last}`, role: `${office} of ${place}`, kind: "person", naming: "named" };
}

/** Mostly people with names, some far more often than others. */
export function voice(r: Random): Voice {
  const kind = r.next();
  if (kind < 0.72) return personAt(zipf(r, PEOPLE));
  if (kind < 0.86) return r.pick(WITHOUT_NAME);
  const government = r.chance(0.5);
  const name = `${r.pick(PLACES)} ${r.pick(HOUSES)}`;
  return { name, role: "", kind: government ? "government" : "organisation", naming: "named" };
}

const KINDS_OF_PAPER = ["Post", "Courier", "Gazette", "Wire", "Tribune"];

/** Outlets, the largest first. */
export const OUTLETS: readonly string[] = KINDS_OF_PAPER.flatMap((kind) => PLACES.map((place) => `${place} ${kind}`));
