import { describe, expect, it } from "vitest";
import { bandsOf, COPY, canonicalUrl, contentKey, halves, likeness, signature } from "../../src/archive/identity.ts";

describe("the address of an article", () => {
  it.each([
    ["https://www.harbour.example/a/1", "harbour.example/a/1"],
    ["http://harbour.example/a/1/?utm_source=x&fbclid=2#top", "harbour.example/a/1"],
    ["https://harbour.example/a/1/amp/", "harbour.example/a/1"],
    ["https://harbour.example/story?b=2&a=1", "harbour.example/story?a=1&b=2"],
    ["https://harbour.example", "harbour.example/"],
  ])("%s", (url, canonical) => expect(canonicalUrl(url)).toBe(canonical));

  it("keeps what names another page", () => {
    expect(canonicalUrl("https://harbour.example/story?id=1")).not.toBe(
      canonicalUrl("https://harbour.example/story?id=2"),
    );
  });
});

const sentence = (i: number): string =>
  `Harbour master ${["Marlo", "Tollick", "Harke"][i % 3]} told council ${i} that pier ${i * 7} would close for ${i + 2} weeks.`;
const story = (from: number, n: number): string => Array.from({ length: n }, (_, i) => sentence(from + i)).join(" ");

describe("near-copies", () => {
  const whole = story(0, 40);
  const like = (a: string, b: string): number =>
    likeness(halves(signature(a) as Uint32Array), halves(signature(b) as Uint32Array));
  const meet = (a: string, b: string): boolean => {
    const bands = new Set(bandsOf(signature(a) as Uint32Array));
    return bandsOf(signature(b) as Uint32Array).some((band) => bands.has(band));
  };

  it.each([
    ["shortened by a quarter", story(0, 30)],
    ["with a paragraph of its own", `${whole} ${story(500, 8)}`],
    ["with some words changed", whole.replaceAll("would close", "will shut")],
  ])("%s meet and are copies", (_, copy) => {
    expect(meet(whole, copy)).toBe(true);
    expect(like(whole, copy)).toBeGreaterThan(COPY);
  });

  it("leaves another story alone", () => expect(like(whole, story(1000, 40))).toBeLessThan(COPY));

  it("does not compare what is too short", () => expect(signature("Harbour shut.")).toBeNull());

  it("takes texts for the same that differ in marks and spaces only", () => {
    expect(contentKey("“We go,” she said.")).toBe(contentKey('"We go" she   said'));
    expect(contentKey("We go, she said.")).not.toBe(contentKey("We stay, she said."));
  });
});
