/** Golden: the example archive through the whole pipeline, against test/archive/example-truth.json. Loads the model. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { articleOf } from "../../../src/archive/trace/article.ts";
import { traceAll } from "../../../src/archive/trace/trace.ts";
import { scoreTrace, type Truth } from "../../../tools/trace-score.ts";
import { readExample } from "../../../tools/trace-truth.ts";

it("finds in the example archive what should be found", async () => {
  const truth = JSON.parse(readFileSync(new URL("../example-truth.json", import.meta.url), "utf8")) as Truth;
  const articles = (await readExample()).map(articleOf);
  const score = scoreTrace(traceAll(articles), truth, articles);
  expect(score.notes).toEqual([]);
  expect(score.recall).toEqual({ right: 83, of: 83 });
  expect(score.apart).toEqual({ right: 15, of: 15 });
});
