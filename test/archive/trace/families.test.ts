/** Families of articles through the whole pipeline, against what is known of them. Loads the model. */
import { beforeAll, describe, expect, it } from "vitest";
import { traceAll } from "../../../src/archive/trace/trace.ts";
import { loadTagger } from "../../../src/attribution/tagger/load.ts";
import type { Tagger } from "../../../src/attribution/tagger/tagger.ts";
import { scoreTrace } from "../../../tools/trace-score.ts";
import { families, readFamily } from "./families.ts";

describe("families of articles", () => {
  let tagger: Tagger;
  beforeAll(async () => {
    tagger = await loadTagger();
  }, 60_000);
  it.each(families().map((family) => [family.name, family] as const))("%s", async (_, family) => {
    const articles = await readFamily(family, tagger);
    expect(scoreTrace(traceAll(articles), family.truth, articles).notes).toEqual(family.weak);
  });
});
