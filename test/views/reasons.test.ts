import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { filled, knownReason, REASONS } from "../../src/views/reasons.ts";
import { reasons as german } from "../../src/web/messages/de-reasons.ts";

const SRC = fileURLToPath(new URL("../../src/", import.meta.url));
/** Where reasons are given that pages show, and those among them that are told in the account of `--explain` only. */
const FOLDERS = [
  "attribution/finders",
  "attribution/refiners",
  "attribution/entities",
  "attribution/tagger",
  "reading",
];
const ACCOUNT_ONLY = [
  "it stands in a X of the page and not in the article",
  "stands in what somebody else says",
  "words that tell when it was said belong to none of its parts",
  "the verb beside “X” is an act: the whole clause is told as hearsay, and nobody is named",
];

/** Made of two parts in the code; the list has each as a whole. */
const COMPOSED = ["“X” X", "“X” is X, X"];

describe("the list of reasons", () => {
  it("has every reason that stands in the code", () => {
    const given = FOLDERS.flatMap((folder) =>
      readdirSync(join(SRC, folder), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .flatMap((name) => {
          const code = readFileSync(join(SRC, folder, name), "utf8");
          return [...code.matchAll(/\breason(?::| =) *(?:"([^"\n]{3,})"|`([^`\n]{3,})`)/g)].map(
            ([, plain, template]) => plain ?? (template ?? "").replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, "X"),
          );
        }),
    );
    expect(given.length).toBeGreaterThan(50);
    expect(
      given.filter((reason) => ![...ACCOUNT_ONLY, ...COMPOSED].includes(reason) && knownReason(reason) === null),
    ).toEqual([]);
  });

  it("tells each from all others, with what stands in its places", () => {
    for (const reason of REASONS) {
      const places = (reason.match(/\{\d\}/g) ?? []).map((_, i) => `place ${i + 1}`);
      expect(knownReason(filled(reason, places))).toEqual({ reason, places });
    }
  });

  it("knows no other sentence, however long", () => {
    expect(knownReason("it is so")).toBeNull();
    expect(knownReason(`“${"a, ".repeat(100_000)}”`)).toBeNull();
  });

  it("has the same places in German", () => {
    const placesOf = (text: string): string[] => (text.match(/\{\d\}/g) ?? []).sort();
    for (const reason of REASONS) expect([reason, placesOf(german[reason])]).toEqual([reason, placesOf(reason)]);
  });
});
