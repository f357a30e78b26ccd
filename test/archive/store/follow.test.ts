import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Archive } from "../../../src/archive/archive.ts";
import { follow } from "../../../src/archive/follow.ts";
import { keepReading, makeReading } from "../readings.ts";
import { newArchive, STORES } from "../stores.ts";

/** More articles than are looked at for one quotation. */
const OTHERS = 210;
const WORDS = "the harbour bridge will be closed for eleven days";

let archive: Archive;

describe.each(STORES)("a quotation whose words stand scattered in many articles: %s", (store) => {
  beforeAll(async () => {
    archive = await newArchive(store);
    await keepReading(archive, makeReading("first", `Ana Holt said ${WORDS}.`, { published: "2025-03-01" }));
    await keepReading(
      archive,
      makeReading("second", `It rained. Ana Holt said ${WORDS}.`, { published: "2025-03-02" }),
    );
    for (let i = 0; i < OTHERS; i++) {
      const said = [
        "the harbour froze",
        "a bridge fell",
        "shops will be closed for hours",
        "eleven men swam",
        "days are short",
      ];
      const text = said.map((words, k) => `Otto Vane said ${words} in the year ${1000 + 7 * i + k}.`).join(" ");
      await keepReading(archive, makeReading(`other-${i}`, text, { published: "2025-04-01" }));
    }
  }, 120_000);
  afterAll(() => archive.close());

  it("is found where it stands, with all who tell it", async () => {
    expect(await archive.near(WORDS)).not.toContain("first");
    for (const words of [WORDS, WORDS.toUpperCase().replace("WILL BE", "…")]) {
      const { answer, hits, readings } = await follow(archive, { words });
      expect(answer).toBe("found");
      expect(hits[0]?.statement.tellings.map(({ doc }) => doc)).toEqual(["first", "second"]);
      expect([...readings.keys()].sort()).toEqual(["first", "second"]);
    }
  });

  it("is not found where nobody said it", async () => {
    expect((await follow(archive, { words: "eleven bridges were closed by the harbour in short days" })).answer).toBe(
      "not found",
    );
    for (const words of ["…", "[the bridge]", ""]) expect((await follow(archive, { words })).answer).toBe("not found");
  });
});
