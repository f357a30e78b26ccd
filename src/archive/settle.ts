/** Which of many articles are one, and which of those counts: what an archive decides as it keeps them one after the other. */
import { type Identified, mayBeOne } from "./identity.ts";

/** An article in the order in which it would have been brought in. */
export interface Candidate extends Identified {
  doc: string;
  origin: string;
  contentKey: string;
}

export interface Settled {
  /** Its name in the archive: its own, or that with a number where another article has it. */
  doc: string;
  /** 1 for an article seen for the first time; 0 for one that says what is there already. */
  version: number;
  /** No later one takes its place. */
  current: boolean;
}

interface Known extends Candidate {
  name: string;
  version: number;
  at: number;
}

/** The rules of src/archive/sqlite/save.ts for articles that were read by one model. */
export function settle(articles: readonly Candidate[]): Settled[] {
  const known: Known[] = [];
  const settled: Settled[] = [];
  const items = new Map<string, string>();
  const taken = new Set<string>();
  for (const [at, article] of articles.entries()) {
    const item = `${article.origin}\n${article.doc}`;
    const before = same(article, known, items.get(item));
    const name = before?.name ?? freeName(article.doc, taken);
    items.set(item, name);
    if (before && before.contentKey === article.contentKey) {
      settled.push({ doc: name, version: 0, current: false });
      continue;
    }
    const version = (before?.version ?? 0) + 1;
    if (before) {
      (settled[before.at] as Settled).current = false;
      known.splice(known.indexOf(before), 1);
    }
    known.push({ ...article, name, version, at });
    taken.add(name);
    settled.push({ doc: name, version, current: true });
  }
  return settled;
}

/** The article that another one is, or is a version of: by its address, its words, or its place in a file. */
const same = (article: Candidate, known: readonly Known[], item: string | undefined): Known | undefined =>
  (article.canonical === null ? undefined : known.find((k) => k.canonical === article.canonical)) ??
  known.find((k) => k.contentKey === article.contentKey && mayBeOne(k, article)) ??
  (article.canonical === null && item !== undefined ? known.find((k) => k.name === item) : undefined);

function freeName(doc: string, taken: ReadonlySet<string>): string {
  let name = doc;
  for (let i = 2; taken.has(name); i++) name = `${doc}-${i}`;
  return name;
}
