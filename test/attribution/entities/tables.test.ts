import { describe, expect, it } from "vitest";
import { FRAMES, GOVERNMENTS, kindOfNoun, nounsOf, OUTLETS } from "../../../src/attribution/entities/tables.ts";
import { METONYMS } from "../../../src/attribution/lexicon/metonyms.ts";
import { TITLES } from "../../../src/attribution/lexicon/titles.ts";
import { castOf } from "../../../src/attribution/entities/cast.ts";
import { speaker } from "../../../src/attribution/refiners/speaker.ts";
import { attributionOf, contextOf, docOf } from "../../helpers.ts";

/** The attribution of a frame sentence in which an entry stands as the source. */
function read(frame: string, entry: string) {
  const text = frame.replace("…", entry);
  const source = text.slice(0, text.indexOf(" said"));
  return speaker([attributionOf(text, [source], ["said"], ["it was late"])], contextOf(docOf(text)))[0];
}
const INITIALS = /^(?:us|u\.s\.|usa|uk|u\.k\.|uae|ussr|eu|dprk|bbc|cnn|itv|npr|pbs)$/;
const capitals = (name: string): string =>
  INITIALS.test(name) ? name.toUpperCase() : name.replace(/(?<![\p{L}’'])\p{Ll}/gu, (c) => c.toUpperCase());

describe("every noun of the tables, in the frame of its kind", () => {
  for (const kind of ["person", "group", "organisation", "government", "outlet", "document"] as const)
    it(kind, () => {
      const wrong = nounsOf(kind).filter((noun) => {
        // A noun that two lists hold is of the later, surer one.
        const is = kindOfNoun.get(noun);
        return is === kind ? read(FRAMES[kind], noun)?.kind !== kind : is === undefined;
      });
      expect(wrong).toEqual([]);
    });
});

describe("every name of the tables", () => {
  it("of a government", () => {
    const wrong = [...GOVERNMENTS].filter((name) => read("… said it was late.", capitals(name))?.kind !== "government");
    expect(wrong).toEqual([]);
  });
  it("of an outlet", () => {
    const wrong = [...OUTLETS].filter((name) => read("… said it was late.", capitals(name))?.kind !== "outlet");
    expect(wrong).toEqual([]);
  });
});

describe("every metonym", () => {
  it.each([...METONYMS])("%s speaks for its state", (seat, { state, example }) => {
    expect(example.toLowerCase()).toContain(seat);
    const source = example.slice(0, example.indexOf(" said"));
    const content = example.slice(example.indexOf(" said ") + 6, -1);
    const a = speaker([attributionOf(example, [source], ["said"], [content])], contextOf(docOf(example)))[0];
    expect(a).toMatchObject({ kind: "government", naming: "named", entity: state });
  });
});

describe("every title", () => {
  it.each([...TITLES])("%s stands before a name and is no part of it", (title, example) => {
    const member = castOf(docOf(`A title stands here\n\n${example}`)).members.find((m) => m.name.includes("Brack"));
    expect(member?.mentions[0]?.name).toMatch(/^(?:Ada )?Brack$/);
    // Without a given name a peer is known by the rank.
    expect(member?.name).toMatch(
      /^(?:(?:Ada|Lord|Lady|Baron|Baroness|King|Queen|Prince|Princess|Pope|Duke|Duchess) )?Brack$/,
    );
    expect(member?.kind).toBe("person");
    expect(member?.mentions[0]?.title.toLowerCase().replace(/\.$/, "").split(" ")).toContain(title);
  });
});
