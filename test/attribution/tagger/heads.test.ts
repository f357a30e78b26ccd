import { beforeAll, describe, expect, it } from "vitest";
import type { Known } from "../../../src/attribution/entities/learned/known.ts";
import { loadTagger } from "../../../src/attribution/tagger/load.ts";
import type { Tagger } from "../../../src/attribution/tagger/tagger.ts";
import type { Span } from "../../../src/document.ts";

const TEXT =
  "Ada Brack, the harbour master of Lowen, opened the new pier on Monday. The captain of the ferry praised her, and she thanked the crew. The minister stayed away.";

let tagger: Tagger;
beforeAll(async () => {
  tagger = await loadTagger();
});

async function known(where?: readonly Span[]): Promise<Known> {
  const people = tagger.people?.();
  if (!people) throw new Error("the model has no heads");
  await tagger.tag(TEXT, [[0, TEXT.length]], { people });
  return people.known(where);
}

const spanOf = (words: string): Span => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length];

describe("what the heads are asked", () => {
  it("is every pronoun and the nouns where somebody speaks, as if all had been asked", async () => {
    const [all, some] = [await known(), await known([spanOf("The captain of the ferry")])];
    for (const word of ["captain", "she"]) {
      const at = TEXT.indexOf(`${word} `);
      expect(some.verdictAt(at)?.answer?.span).toEqual(all.verdictAt(at)?.answer?.span);
      expect(some.verdictAt(at)?.probability).toBeCloseTo(all.verdictAt(at)?.probability ?? -1, 1);
    }
  });

  it("leaves the other nouns out", async () => {
    const at = TEXT.indexOf("minister");
    expect((await known()).verdictAt(at)).not.toBeNull();
    expect((await known([spanOf("The captain of the ferry")])).verdictAt(at)).toBeNull();
  });

  it("tells what names are wherever they stand", async () => {
    expect((await known([])).nameAt(spanOf("Ada Brack"))?.person).toBeGreaterThan(0.5);
  });
});
