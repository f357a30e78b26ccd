import { expect, it } from "vitest";
import { DAY } from "../../../src/archive/trace/face.ts";
import { traceStream } from "../../../src/archive/trace/stream.ts";
import { traceAll } from "../../../src/archive/trace/trace.ts";
import type { Statement, TraceArticle } from "../../../src/archive/trace/types.ts";
import { generate } from "./generate.ts";
import { newPage } from "./page.ts";

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
});

it("finds the same in an archive with undated articles, and in one whose dates are written in several time zones", async () => {
  const { articles } = generate(60, 5);
  const odd = articles.map((article, i) => ({
    ...article,
    published: i % 9 === 0 ? null : i % 2 ? article.published : `${(article.published ?? "").replace("Z", "")}+00:00`,
  }));
  expect(byId(await streamed(byText(odd)))).toEqual(byId(traceAll(odd)));
});

it("takes what is cited after more than a year for another statement, as the trace of the whole does", async () => {
  const said = "the old harbour wall must be rebuilt before the autumn storms begin";
  const speaker = { name: "Ada Tollick", role: "head of the harbour office" };
  const line = { content: said, speaker, form: "direct", denied: false, hedged: false, live: false } as const;
  const told = (doc: string, outlet: string, published: string, cites: string | null): TraceArticle => {
    const page = newPage(doc, outlet, published, null);
    page.add({ ...line, cites, channel: null, when: null }, 0);
    return page.finish();
  };
  const first = told("a", "Daily Courier", "2021-03-05T10:00:00Z", null);
  const cited = (published: string) => [first, told("b", "Evening Post", published, "Daily Courier")];
  for (const [published, statements] of [
    ["2021-05-05T10:00:00Z", 1],
    ["2023-05-05T10:00:00Z", 0],
  ] as const) {
    expect(traceAll(cited(published))).toHaveLength(statements);
    expect(await streamed(cited(published))).toHaveLength(statements);
  }
  // Whoever follows one statement sees those who cite it late, too.
  expect(traceAll(cited("2023-05-05T10:00:00Z"), { closing: false })).toHaveLength(1);
});

it("takes what is told again after more than a year for another statement", async () => {
  const { articles } = generate(40, 3);
  const later = articles.map((article) => ({
    ...article,
    doc: `again-${article.doc}`,
    published: new Date(Date.parse(article.published ?? "") + 1100 * DAY).toISOString(),
  }));
  const once = await streamed(byText(articles));
  const both = await streamed(byText([...articles, ...later]));
  expect(both.length).toBe(2 * once.length);
});
