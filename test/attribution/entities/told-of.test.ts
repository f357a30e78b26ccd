import { describe, expect, it } from "vitest";
import { number } from "../../../src/attribution/attribute.ts";
import { speaker } from "../../../src/attribution/refiners/speaker.ts";
import { within } from "../../../src/attribution/refiners/within.ts";
import { attributionOf, contextOf, docOf, spanOf } from "../../helpers.ts";

/** Whom the last of the sources stands for; each row is source, cue, content, a source before its cue or behind it. */
function entity(text: string, ...rows: [string, string, string][]): string | null | undefined {
  const all = rows.map(([source, cue, content], i) => ({
    ...attributionOf(text, [], [cue], [content], `a${i + 1}`),
    source: source.split(" | ").map((piece) => spanOf(text, piece)),
  }));
  const context = contextOf(docOf(text));
  const [at] = spanOf(text, rows.at(-1)?.[2] ?? "");
  return speaker(within(number(all), context), context).find((a) => a.content[0]?.[0] === at)?.entity;
}

describe("some of a group", () => {
  it.each([
    ["one, where a group is told of in another paragraph", "Villagers say they wade.\n\n", "", "one", "one"],
    ["one", "Villagers say they wade. ", "", "one", "villager"],
    ["one of a number", "Several bakers came out. ", "", "one", "one of several bakers"],
    ["many", "", "Parents were told to wait; ", "many", "many parents"],
    ["most of those counted", "", "A poll of 40 fund managers found that ", "most", "most of 40 fund managers"],
    [
      "one of those named before",
      "Two wary officials came. It rained. ",
      "",
      "One of the officials",
      "One of two wary officials",
    ],
    ["one of two", "Two crew members came. ", "", "One of the two", "One of the two crew members"],
    ["many, where nobody is told of", "It rained. ", "", "Many", "Many"],
    ["one, where a group stands in a quotation only", "“The keepers slept,” it reads. ", "", "one", "one"],
  ])("%s", (_, before, clause, source, expected) => {
    const text = `${before}${clause}${source} said it was late.`;
    expect(entity(text, [source, "said", "it was late"])).toBe(expected);
  });

  it("is a part of whom “them” stands for", () => {
    const text = "My members are split. Half of them say it was late.";
    expect(entity(text, ["Half of them", "say", "it was late"])).toBe("Half of My members");
  });
});

describe("what stands beside a description", () => {
  it("names it in a later piece", () => {
    const text = "His colleague for the nurses' union, Hedda Storm, said it was late.";
    expect(entity(text, ["His colleague | Hedda Storm", "said", "it was late"])).toBe("Hedda Storm");
  });

  it("names it right behind", () => {
    const text = "The secretary of URA (Union of Rowers), Tom Veal, said it was late.";
    expect(entity(text, ["The secretary of URA (Union of Rowers)", "said", "it was late"])).toBe("Tom Veal");
  });

  it("tells how it is called", () => {
    const text = "The campaign, called ‘Slow Lowen’, plans to block the road.";
    expect(entity(text, ["The campaign", "plans", "to block the road"])).toBe("Slow Lowen");
  });

  it("may be another person", () => {
    const text =
      "Ada Brack, a baker, came. The clerk of the port told Tom Veal, a rower, that all slept and said it was late.";
    expect(entity(text, ["The clerk of the port", "said", "it was late"])).toBe("clerk of the port");
  });
});

describe("whom a speaker talks to or for", () => {
  const HEAD = "Dyke inspector Hanne Lykke speaks\n\nHanne Lykke was an inspector. Her lawyer, Bodil Marr, sat in.\n\n";
  it("is the one who is interviewed", () => {
    const text = `${HEAD}Q: You wrote that it was late.`;
    expect(entity(text, ["You", "wrote", "that it was late"])).toBe("Hanne Lykke");
  });

  it("is who is called by name in the same turn", () => {
    const text = `${HEAD}NORN: Dr Veal, in your column you called it late. Was it?\n\nTom Veal was there.`;
    expect(entity(text, ["you", "called", "it late"])).toBe("Tom Veal");
  });

  it("is nobody in running text", () => {
    expect(entity(`${HEAD}You said it was late.`, ["You", "said", "it was late"])).toBeNull();
  });

  it("is the client of the lawyer who speaks", () => {
    const text = `${HEAD}“My client says it was late,” Marr said.`;
    expect(entity(text, ["Marr", "said", "“My client says it was late,”"], ["My client", "says", "it was late"])).toBe(
      "Hanne Lykke",
    );
  });

  it("is no client of one who is no lawyer", () => {
    const text = "“My client says it was late,” Ada Brack, a baker, said.";
    expect(
      entity(
        text,
        ["Ada Brack, a baker", "said", "“My client says it was late,”"],
        ["My client", "says", "it was late"],
      ),
    ).toMatch(/client$/);
  });

  it("is the parent of who speaks", () => {
    const text = "Ilva Dane wrote: “Mum says it is late.”";
    expect(entity(text, ["Ilva Dane", "wrote", "“Mum says it is late.”"], ["Mum", "says", "it is late"])).toBe(
      "Ilva Dane’s Mum",
    );
  });
});

describe("a definite noun", () => {
  it("is the one person on trial", () => {
    const text = "Simon Arber, 46, denies 14 counts of fraud.\n\nThe defendant wrote that it was late.";
    expect(entity(text, ["The defendant", "wrote", "that it was late"])).toBe("Simon Arber");
  });

  it("is nobody where two are tried", () => {
    const text = "Simon Arber denies fraud. Tom Veal was charged with theft.\n\nThe defendant wrote that it was late.";
    expect(entity(text, ["The defendant", "wrote", "that it was late"])).toBe("defendant");
  });

  it("is who bears the office by another word", () => {
    const text = "Ruben Okke, skipper of the Queen Asta, came in.\n\nThe captain said it was late.";
    expect(entity(text, ["The captain", "said", "it was late"])).toBe("Ruben Okke");
  });

  it("is the government that the article names in full", () => {
    const text = "The Lowen government fell.\n\nThe government said it was late.";
    expect(entity(text, ["The government", "said", "it was late"])).toBe("Lowen government");
  });
});

describe("a description", () => {
  it("is of the study, where the authors of one speak", () => {
    const text = "A study of bats came out.\n\nThe authors said it was late.";
    expect(entity(text, ["The authors", "said", "it was late"])).toBe("authors of the study");
  });

  it("is of nothing where no text is told of", () => {
    const text = "Ada Brack and Tom Veal met.\n\nThe authors said it was late.";
    expect(entity(text, ["The authors", "said", "it was late"])).toBe("authors");
  });

  it("is not dated", () => {
    const text = "A study published on Monday in the Annals of Lowen said it was late.";
    expect(entity(text, ["A study published on Monday in the Annals of Lowen", "said", "it was late"])).toBe(
      "study published in the Annals of Lowen",
    );
  });
});
