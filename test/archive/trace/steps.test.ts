/** The steps of the trace, each line through JSON and no memory between them, against the trace in one pass. */
import { describe, expect, it } from "vitest";
import type { Reading } from "../../../src/document.ts";
import { newKeyIndex } from "../../../src/archive/trace/candidates.ts";
import { articleOf } from "../../../src/archive/trace/article.ts";
import { HEAVIEST } from "../../../src/archive/trace/lexicon.ts";
import { packMeaning, unpackMeaning } from "../../../src/archive/trace/meaning.ts";
import { groupsStep } from "../../../src/archive/trace/steps/groups.ts";
import { keysStep } from "../../../src/archive/trace/steps/keys.ts";
import { matchesStep } from "../../../src/archive/trace/steps/matches.ts";
import { outletsStep } from "../../../src/archive/trace/steps/outlets.ts";
import type { FaceLine } from "../../../src/archive/trace/steps/face-line.ts";
import { possibleStep } from "../../../src/archive/trace/steps/possible.ts";
import { statementsStep } from "../../../src/archive/trace/steps/statements.ts";
import { tellingsStep } from "../../../src/archive/trace/steps/tellings.ts";
import { voicesStep } from "../../../src/archive/trace/steps/voices.ts";
import type { CountedLine, FreeLine, SourceLine, ToldLine } from "../../../src/archive/trace/steps/wire.ts";
import { traceAll } from "../../../src/archive/trace/trace.ts";
import type { Statement, TraceArticle } from "../../../src/archive/trace/types.ts";
import { readingOf } from "../../../bench/reading-of.ts";
import { generate } from "./generate.ts";

const PER_ARTICLE = 1000;
const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** What a cluster does between the steps, the plain way. */
function inSteps(readings: readonly Reading[]): Statement[] {
  const first = readings.map((reading) => ({ reading, ...json(outletsStep()(json({ reading }))) }));
  first.sort((a, b) => a.time - b.time || (a.order < b.order ? -1 : 1));
  const names = new Map<string, string>();
  for (const one of first) for (const [key, name] of one.names) if (!names.has(key)) names.set(key, name);
  const houses = [...new Set(first.flatMap((one) => one.house ?? []))];
  const tellings = tellingsStep({ names: [...names], houses });
  const parts = first.map(({ reading }, article) => json(tellings({ article, reading })));
  const seen = new Map<string, number>();
  for (const { senses } of parts) for (const s of senses.flat()) seen.set(s, (seen.get(s) ?? 0) + 1);
  const contents = parts.reduce((n, { told }) => n + told.length, 0);
  const counted: CountedLine = { contents, seen: [...seen].filter(([, n]) => n >= contents / HEAVIEST - 1) };
  const told = new Map<number, ToldLine>();
  const faces = new Map<number, FaceLine>();
  const earlier = new Map<number, number[]>();
  const asked: { article: number; free: FreeLine; ids: number[] }[] = [];
  const index = newKeyIndex();
  const keys = keysStep(counted);
  for (const [article, part] of parts.entries()) {
    const free = part.free.map((line) => JSON.parse(line) as FreeLine);
    const own = part.told.map((line) => JSON.parse(line) as ToldLine);
    const found = json(keys({ told: own, free }));
    for (const [n, one] of own.entries()) {
      const id = article * PER_ARTICLE + n;
      told.set(id, one);
      earlier.set(id, index.find(found.told[n] as number[], 0));
      faces.set(id, JSON.parse(part.faces[n] as string) as FaceLine);
      index.add(id, found.told[n] as number[]);
    }
    for (const [n, line] of free.entries())
      asked.push({ article, free: line, ids: index.find(found.free[n] as number[], 0) });
  }
  const articleAt = (id: number): number => Math.floor(id / PER_ARTICLE);
  const lineOf = (id: number): ToldLine => told.get(id) as ToldLine;
  const sources = (articles: readonly number[]): Record<string, SourceLine> =>
    Object.fromEntries(articles.map((a) => [a, JSON.parse((parts[a] as (typeof parts)[number]).source) as SourceLine]));
  const [possible, matches] = [possibleStep(), matchesStep(counted)];
  const tied = new Map<number, number[]>();
  for (const [id, all] of earlier) {
    const face = (one: number): FaceLine => faces.get(one) as FaceLine;
    const ids = json(possible(json({ face: face(id), earlier: all.map(face) }))).map((i) => all[i] as number);
    const line = { sources: sources([id, ...ids].map(articleAt)), told: lineOf(id), earlier: ids.map(lineOf) };
    tied.set(
      id,
      json(matches(json(line))).map((i) => ids[i] as number),
    );
  }
  const component = new Map([...told.keys()].map((id) => [id, id]));
  for (let changed = true; changed; ) {
    changed = false;
    for (const [id, ids] of tied)
      for (const other of ids) {
        const least = Math.min(component.get(id) as number, component.get(other) as number);
        for (const one of [id, other])
          if (component.get(one) !== least) {
            component.set(one, least);
            changed = true;
          }
      }
  }
  const statementOf = new Map<number, number>();
  const members = new Map<number, number[]>();
  for (const root of new Set(component.values())) {
    const ids = [...told.keys()].filter((id) => component.get(id) === root);
    const line = {
      sources: sources(ids.map(articleAt)),
      tellings: ids.map((id) => ({ id, told: lineOf(id), earlier: tied.get(id) as number[] })),
    };
    for (const [id, first, repeats] of json(groupsStep(counted)(json(line)))) {
      statementOf.set(id, first);
      if (!repeats) members.set(first, [...(members.get(first) ?? []), id]);
    }
  }
  const lost = new Map<number, ToldLine[]>();
  for (const article of parts.keys()) {
    const sentences = asked
      .filter((one) => one.article === article)
      .map(({ free, ids }) => ({ free, statements: [...new Set(ids.map((id) => statementOf.get(id) as number))] }));
    const statements = [...new Set(sentences.flatMap((s) => s.statements))].map((first) => ({
      first,
      told: lineOf(first),
      articles: (members.get(first) as number[]).map(articleAt).filter((a) => a <= article),
    }));
    const line = {
      article,
      sources: sources([article, ...statements.flatMap((s) => s.articles)]),
      statements,
      sentences,
    };
    for (const [first, one] of json(voicesStep(counted)(json(line))))
      lost.set(first, [...(lost.get(first) ?? []), JSON.parse(one) as ToldLine]);
  }
  const last = statementsStep({ ...counted, names: [...names] });
  return [...members]
    .sort(([a], [b]) => a - b)
    .map(([first, ids]) => [...ids.map(lineOf), ...(lost.get(first) ?? [])])
    .filter((lines) => lines.length > 1)
    .map((lines) => json(last(json({ sources: sources(lines.map((l) => l.article)), tellings: lines }))));
}

describe("the trace in steps", () => {
  it.each([21, 22])("is the trace in one pass, seed %i", (seed) => {
    const readings = generate(50, seed).articles.map(readingOf);
    const whole = traceAll(readings.map(articleOf));
    expect(whole.length).toBeGreaterThan(25);
    expect(whole.flatMap((s) => s.tellings).some((t) => t.changes.includes("attribution-lost"))).toBe(true);
    expect(inSteps(readings)).toEqual(json(whole));
  });

  it("orders ids beyond the basic plane as one machine does", () => {
    const step = outletsStep();
    const order = (doc: string): string =>
      step({ reading: { ...readingOf(generate(1, 1).articles[0] as TraceArticle), doc } }).order;
    // U+1F600 sorts before U+FB01 by UTF-16 units, behind it by bytes of UTF-8.
    expect("\u{1F600}" < "\uFB01").toBe(true);
    expect(order("\u{1F600}") < order("\uFB01")).toBe(true);
    expect(order("a") < order("ab")).toBe(true);
  });

  it("carries meanings without loss", () => {
    // As wide as an earlier model's, and as this one’s (its largest number is 20).
    for (const most of [127, 20]) {
      const bytes = Int8Array.from({ length: 128 }, (_, i) => (i === 5 ? -most : ((i * 37) % (2 * most)) - most));
      const packed = Buffer.from(bytes.buffer).toString("base64");
      expect(packMeaning(unpackMeaning(packed) as Int8Array)).toBe(packed);
    }
  });
});
