import { describe, expect, it } from "vitest";
import { number } from "../../../src/attribution/attribute.ts";
import { speaker } from "../../../src/attribution/refiners/speaker.ts";
import { attributionOf, contextOf, docOf } from "../../helpers.ts";

/** Each row is source, cue, content; the last one is looked at. */
function last(text: string, ...rows: [string, string, string][]) {
  const all = rows.map(([s, cue, content], i) => ({
    ...attributionOf(text, [], [cue], [content], `a${i + 1}`),
    source: [[text.lastIndexOf(s), text.lastIndexOf(s) + s.length] as const],
  }));
  return speaker(number(all), contextOf(docOf(text))).at(-1);
}

describe("speaker", () => {
  it("gives a surname its full name, office and kind", () => {
    const text = "Ada Brack, head of the Lowen Institute, opened the pier.\n\nBrack said it was safe.";
    expect(last(text, ["Brack", "said", "it was safe"])).toMatchObject({
      entity: "Ada Brack",
      role: "head of the Lowen Institute",
      kind: "person",
      naming: "named",
    });
  });

  it("reads an office before a name and a comma", () => {
    const text = "The harbour board's secretary, Tom Veal, said the pier was safe.";
    expect(last(text, ["The harbour board's secretary, Tom Veal", "said", "the pier was safe"])).toMatchObject({
      entity: "Tom Veal",
      role: "harbour board's secretary",
    });
  });

  it("reads what a body is from the words before its name", () => {
    const text = "The operator, Northline, said the pier was safe.";
    expect(last(text, ["The operator, Northline", "said", "the pier was safe"])).toMatchObject({
      entity: "Northline",
      role: "operator",
      kind: "organisation",
    });
  });

  it("resolves a pronoun inside a description", () => {
    const text = "Ada Brack opened the pier. Her lawyer said she would not answer.";
    expect(last(text, ["Her lawyer", "said", "she would not answer"])?.entity).toMatch(/^Ada Brack[’']s lawyer$/);
  });

  it("calls a held-back source anonymous and names nobody", () => {
    const text = "Ada Brack opened the pier. A person familiar with the matter said it was rotten.";
    expect(last(text, ["A person familiar with the matter", "said", "it was rotten"])).toMatchObject({
      naming: "anonymous",
      entity: "person familiar with the matter",
      role: null,
    });
  });

  it("keeps a form of address out of the name", () => {
    const text = "The team around Dr Ada Brack of Lowen University met. Brack said it was late.";
    expect(last(text, ["Brack", "said", "it was late"])).toMatchObject({ entity: "Ada Brack" });
  });

  it("names two people who speak as one", () => {
    const text = "Ada Brack and her deputy Tom Veal said the pier was safe.";
    expect(last(text, ["Ada Brack and her deputy Tom Veal", "said", "the pier was safe"])).toMatchObject({
      entity: "Ada Brack and Tom Veal",
      kind: "group",
      naming: "named",
    });
  });

  it("does not make a speaker of someone in a relative clause", () => {
    const text = "Ada Brack, who met Tom Veal and Ida Moss, said the pier was safe.";
    expect(last(text, ["Ada Brack, who met Tom Veal and Ida Moss", "said", "the pier was safe"])?.entity).toBe(
      "Ada Brack",
    );
  });

  const LEAD = "A tram driver told the court that she saw nobody.\n\n";
  it("knows whom an opening means that holds the name back, and the noun later on", () => {
    const text = `${LEAD}Lise Amrand, 41, began to work at five.\n\nThe driver said it was dark.`;
    const told: [string, string, string] = ["A tram driver", "told", "she saw nobody"];
    expect(last(text, told)).toMatchObject({ entity: "Lise Amrand", naming: "named" });
    expect(last(text, told, ["The driver", "said", "it was dark"])).toMatchObject({ entity: "Lise Amrand" });
  });
  it("does not take somebody for it of whom something else is said, or who only wrote it", () => {
    const told: [string, string, string] = ["A tram driver", "told", "she saw nobody"];
    for (const next of ["Prosecutor Lise Amrand asked twice.", "Her lawyer, Lise Amrand, sat beside her."])
      expect(last(LEAD + next, told)?.entity).toBe("tram driver");
    const doc = docOf(`${LEAD}Image: Pell Rasmus\n\nIt rained all day.`);
    const span = [doc.text.indexOf("Image"), doc.text.indexOf("Rasmus") + 6] as const;
    const credited = { ...doc, furniture: [{ kind: "credit" as const, span, reason: "test" }] };
    const one = { ...attributionOf(doc.text, ["A tram driver"], ["told"], ["she saw nobody"], "a1") };
    expect(speaker([one], contextOf(credited))[0]?.entity).toBe("tram driver");
  });
  it("names all bodies of a list, and no part of a longer phrase", () => {
    const text = "The unions GBU, Kornbund Mill and the Free Bakers said that they would not sign.";
    expect(
      last(text, ["The unions GBU, Kornbund Mill and the Free Bakers", "said", "they would not sign"]),
    ).toMatchObject({
      naming: "named",
      entity: expect.stringMatching(/^GBU, .* and .*Bakers$/),
    });
  });
  it("takes neither a cape nor an adverb for a he or she", () => {
    const text = "Ada Brack sailed round Cape Idra. Outside it rained. She said it was rough.";
    expect(last(text, ["She", "said", "it was rough"])?.entity).toBe("Ada Brack");
  });
  it("gives the answers of an interview to whom it is about", () => {
    const text = "The dyke inspector Hanne Lykke\n\nQ: Is it safe?\n\nA: It is not.";
    expect(last(text, ["A", ":", "It is not."])?.entity).toBe("Hanne Lykke");
  });
  it("keeps what tells which document is meant", () => {
    const text = "A letter seen by the Ledger says the pier is rotten.";
    expect(last(text, ["A letter seen by the Ledger", "says", "the pier is rotten"])?.entity).toBe(
      "letter seen by the Ledger",
    );
  });

  it("takes a name behind a comma for the speaker, where the comma is no part of the source", () => {
    const text = "Orvania's Prime Minister, Tom Veal, said the pier was safe.";
    const a = attributionOf(text, ["Orvania's Prime Minister", "Tom Veal"], ["said"], ["the pier was safe"]);
    expect(speaker([a], contextOf(docOf(text)))[0]?.entity).toBe("Tom Veal");
  });

  it("takes whoever is asked, not the nameless asker, for the one who is asked about and answers", () => {
    const text =
      'Tom Veal spoke of the pier on Monday. A reporter asked whether he was blaming the board. "Not yet," he said.';
    const asked = { ...attributionOf(text, ["A reporter"], ["asked"], ["whether he was blaming the board"]), id: "q" };
    const inner = {
      ...attributionOf(text, ["he"], ["was blaming"], ["the board"]),
      source: [[text.indexOf("he was"), text.indexOf("he was") + 2] as const],
      within: "q",
      id: "i",
    };
    const answer = attributionOf(text, [], ["said"], ['"Not yet,"']);
    const at = text.lastIndexOf("he said");
    const all = [
      { ...asked, act: "question" as const },
      inner,
      { ...answer, id: "s", source: [[at, at + 2] as const] },
    ];
    expect(speaker(all, contextOf(docOf(text))).map((a) => a.entity)).toEqual(["reporter", "Tom Veal", "Tom Veal"]);
  });

  it("takes a named asker for the one who goes on", () => {
    const text = 'Tom Veal asked who would pay. "The town has no money," he said.';
    const asked = { ...attributionOf(text, ["Tom Veal"], ["asked"], ["who would pay"]), id: "q" };
    const answer = { ...attributionOf(text, ["he"], ["said"], ['"The town has no money,"']), id: "s" };
    expect(speaker([{ ...asked, act: "question" }, answer], contextOf(docOf(text)))[1]?.entity).toBe("Tom Veal");
  });

  it.each([
    ["Ruben Okke, 52, left. Tom Veal, 47, came.\n\nThe 52-year-old said it was late.", "Ruben Okke"],
    ["The 47-year-old carpenter Tom Veal came. Ruben Okke left.\n\nThe 47-year-old said it was late.", "Tom Veal"],
  ])("knows people by the age that is told beside their name", (text, entity) => {
    const source = /The \d+-year-old(?= said)/.exec(text)?.[0] as string;
    expect(last(text, [source, "said", "it was late"])?.entity).toBe(entity);
  });

  it("does not take a place behind an age for somebody", () => {
    const text = "Tom Veal, 41, came to Welm.\n\nThe 41-year-old from Welm said it was late.";
    expect(last(text, ["The 41-year-old from Welm", "said", "it was late"])?.entity).toBe("Tom Veal");
  });

  it("takes nobody for whatever is posted on", () => {
    const text = "Tom Veal wrote a post on Quill about the pier.\n\nThe carpenter was there. He said it was late.";
    expect(last(text, ["He", "said", "it was late"])?.entity).toBe("Tom Veal");
  });
});
