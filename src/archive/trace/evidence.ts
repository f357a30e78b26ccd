/** What speaks for it that one article had a statement from another: citation, release, credit, copied text. */
import type { Source } from "./source.ts";
import type { Told } from "./told.ts";

/** `alongside`: the article has other words of the same speaker from there. `none` when nothing speaks for it. */
export type Evidence = "cited" | "release" | "alongside" | "credit" | "copied" | "none";

/** What is asked of an article. */
export type Origin = Omit<Source, "doc" | "dateline">;

/** Whether it says that this very telling was had from there, so that words and occasion need to say less. */
export const saysSo = (evidence: Evidence): boolean => evidence !== "none" && evidence !== "alongside";

/** Sentences of the article's own voice in common that make it a copy. */
const COPIED = 3;

type Later = Pick<Told, "cites" | "alongside" | "namesRelease">;

/** What speaks for it that `later` had a telling from the article `source`; `mine` is the article of `later`. */
export function evidenceFor(later: Later, mine: Origin, source: Origin): Evidence {
  const said = saidFor(later, mine, source);
  if (said !== "none" || !isEarlier(source, mine)) return said;
  return source.key !== mine.key && areCopies(mine, source) ? "copied" : "none";
}

const isEarlier = (source: Origin, mine: Origin): boolean => source !== mine && source.time <= mine.time;

/** The same of what the article says; copied text, which takes longest to tell, aside. */
export function saidFor(later: Later, mine: Origin, source: Origin): Evidence {
  if (!isEarlier(source, mine)) return "none";
  if (source.key !== "" && source.key !== mine.key && later.cites.includes(source.key)) return "cited";
  if (source.release && source.key !== mine.key && later.namesRelease) return "release";
  if (source.key !== "" && source.key !== mine.key && later.alongside.includes(source.key)) return "alongside";
  const titles = source.key === mine.key ? undefined : mine.credited.get(source.key);
  return titles && (titles.length === 0 || titles.includes(source.title)) ? "credit" : "none";
}

/** Asked for every two tellings of two articles, nearly none of which are copies: most are told apart by looking up bits. */
function areCopies(mine: Origin, source: Origin): boolean {
  const marks = marksOf(mine);
  let likely = 0;
  for (const hash of source.sentences) if ((marks[placeOf(hash)] as number) & (1 << (hash & 31))) likely++;
  return likely >= COPIED && copies(mine.sentences, source.sentences);
}

/** Rows of 32 bits for the sentences of an article: far more bits than it has sentences. */
const ROWS = 64;
const placeOf = (hash: number): number => (hash >>> 5) % ROWS;

const known = new WeakMap<Origin, Int32Array>();

/** A bit for each sentence of an article; two sentences may share one. */
function marksOf(origin: Origin): Int32Array {
  let marks = known.get(origin);
  if (!marks) {
    marks = new Int32Array(ROWS);
    for (const hash of origin.sentences) marks[placeOf(hash)] = (marks[placeOf(hash)] as number) | (1 << (hash & 31));
    known.set(origin, marks);
  }
  return marks;
}

/** Long sentences in common; quotations alone do not make a copy, so a share of the shorter article is asked for too. */
function copies(a: Source["sentences"], b: Source["sentences"]): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < COPIED) return false;
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i] as number, b[j] as number];
    if (x === y) common++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return common >= COPIED && common >= 0.3 * shorter;
}
