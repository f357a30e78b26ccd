import { describe, expect, it } from "vitest";
import { articleIri, statementIri } from "../../src/exports/iri.ts";
import { SAMPLE } from "./readings.ts";

const at = (url: string | null): string => articleIri({ doc: "a b/é\ud83d", article: { ...SAMPLE.article, url } });

describe("names in linked data", () => {
  it("are the article's address without its fragment", () => {
    expect(at("https://x.example/a?b=1#top")).toBe("https://x.example/a?b=1");
  });

  it.each([null, "javascript:alert(1)", "https://x.example/a b", "https://x.example/<b>", "/a"])(
    "are made from its id where there is no address of the web: %j",
    (url) => {
      expect(at(url)).toBe("urn:hearsay:article:a%20b%2F%C3%A9%EF%BF%BD");
    },
  );

  it("name a statement by article and id", () => {
    expect(statementIri("a b", "a1")).toBe("urn:hearsay:statement:a%20b:a1");
  });
});
