import { expect, it } from "vitest";
import { CLOSED, traceStream } from "../../../src/archive/trace/stream.ts";
import { traceAll } from "../../../src/archive/trace/trace.ts";
import type { Statement, TraceArticle } from "../../../src/archive/trace/types.ts";
import { generate } from "./generate.ts";

async function streamed(articles: readonly TraceArticle[]): Promise<Statement[]> {
  const statements: Statement[] = [];
  const coming = async function* (): AsyncGenerator<TraceArticle> {
    yield* articles;
  };
  for await (const statement of traceStream(coming)) statements.push(statement);
  return statements;
}
const byText = (articles: readonly TraceArticle[]): TraceArticle[] =>
  [...articles].sort((a, b) => ((a.published ?? "~") < (b.published ?? "~") ? -1 : 1));
const byId = (statements: readonly Statement[]): Statement[] =>
  [...statements].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));

it("finds what the trace of the whole finds, while years pass", async () => {
  const { articles } = generate(700, 11);
  const found = await streamed(byText(articles));
  expect(found.length).toBeGreaterThan(150);
  expect(byId(found)).toEqual(byId(traceAll(articles)));
}, 120_000);

it("finds the same in an archive with undated articles, and in one whose dates are written in several time zones", async () => {
  const { articles } = generate(60, 5);
  const odd = articles.map((article, i) => ({
    ...article,
    published: i % 9 === 0 ? null : i % 2 ? article.published : `${(article.published ?? "").replace("Z", "")}+00:00`,
  }));
  expect(byId(await streamed(byText(odd)))).toEqual(byId(traceAll(odd)));
});

it("takes what is told again after more than a year for another statement", async () => {
  const { articles } = generate(40, 3);
  const later = articles.map((article) => ({
    ...article,
    doc: `again-${article.doc}`,
    published: new Date(Date.parse(article.published ?? "") + 3 * CLOSED).toISOString(),
  }));
  const once = await streamed(byText(articles));
  const both = await streamed(byText([...articles, ...later]));
  expect(both.length).toBe(2 * once.length);
});
