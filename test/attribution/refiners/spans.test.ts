import { describe, expect, it } from "vitest";
import { dashCredit } from "../../../src/attribution/finders/dash-credit.ts";
import { hearsay } from "../../../src/attribution/finders/hearsay.ts";
import { noAnswer } from "../../../src/attribution/finders/no-answer.ts";
import { speakerLabel } from "../../../src/attribution/finders/speaker-label.ts";
import { speechBlock } from "../../../src/attribution/finders/speech-block.ts";
import type { Finder, Refiner } from "../../../src/attribution/context.ts";
import { antecedent } from "../../../src/attribution/refiners/antecedent.ts";
import { continuation } from "../../../src/attribution/refiners/continuation.ts";
import { cueEdges } from "../../../src/attribution/refiners/cue-edges.ts";
import { edges } from "../../../src/attribution/refiners/edges.ts";
import { hearer } from "../../../src/attribution/refiners/hearer.ts";
import { passive } from "../../../src/attribution/refiners/passive.ts";
import { veto } from "../../../src/attribution/refiners/veto.ts";
import { within } from "../../../src/attribution/refiners/within.ts";
import type { Attribution } from "../../../src/document.ts";
import { attributionOf, contextOf, docOf, wordsOfSpans } from "../../helpers.ts";

type Parts = [source: string[], cue: string[], content: string[]];
/** Blanks at edges are the business of `edges`. */
const partsOf = (text: string, a: Pick<Attribution, "source" | "cue" | "content">): Parts => {
  const words = (list: Attribution["source"]): string[] => wordsOfSpans(text, list).map((w) => w.trim());
  return [words(a.source), words(a.cue), words(a.content)];
};
const found = (finder: Finder, text: string): Parts[] =>
  finder([], contextOf(docOf(text))).map((p) => partsOf(text, p));
const refined = (refiner: Refiner, text: string, ...parts: Parts): Parts[] =>
  refiner(
    [
      {
        ...attributionOf(text, ...parts),
        why: { content: { how: "inferred", by: "tagger", reason: "", confidence: 0.6 } },
        confidence: 0.6,
      },
    ],
    contextOf(docOf(text)),
  ).map((a) => partsOf(text, a));

describe("hearsay adverbs", () => {
  it.each([
    ["The ferry reportedly sank within minutes.", [[[], ["reportedly"], ["The ferry", "sank within minutes."]]]],
    [
      "Missiles that were allegedly part of the parade are banned by treaty.",
      [[[], ["allegedly"], ["Missiles that were", "part of the parade"]]],
    ],
    [
      "The ferry, which reportedly cost 4 million, sank.",
      [[[], ["reportedly"], ["The ferry, which", "cost 4 million"]]],
    ],
    ["The alleged ghost stayed away.", []],
  ] as [string, Parts[]][])("%s", (text, expected) => expect(found(hearsay, text)).toEqual(expected));
});

describe("speech blocks", () => {
  it("takes the paragraph after a colon for the words announced", () => {
    const text = "A title stands here\nHe added:\nNobody rang me that night.\nThe storm passed.";
    expect(found(speechBlock, text)).toEqual([[["He"], ["added"], ["Nobody rang me that night."]]]);
  });
  it("leaves a colon before a list of things alone", () => {
    expect(
      found(speechBlock, "A title stands here\nThree boats were lost:\nThe Anna, the Berta and the Clara.\nIt rained."),
    ).toEqual([]);
  });
});

describe("speaker labels", () => {
  const transcript =
    "Transcript of the panel\nNORN: How much will it cost?\nTESK: Forty million at most.\nNORN: And when?\nTESK: Not before May.";
  it("gives each turn to its speaker", () =>
    expect(found(speakerLabel, transcript).map(([s]) => s)).toEqual([["NORN"], ["TESK"], ["NORN"], ["TESK"]]));
  it("does not mark the outlet's own questions", () =>
    expect(
      found(speakerLabel, "Interview with Ana Holt\nQ: Why?\nA: Because.\nQ: When?\nA: In May.").map(([s]) => s),
    ).toEqual([["A"], ["A"]]));
  it("does not take one headline with a colon for a transcript", () =>
    expect(found(speakerLabel, "Live: Storm reaches the coast\nThe storm came at noon.\nIt rained.")).toEqual([]));
});

describe("dash credits", () => {
  it("finds press-release style", () =>
    expect(found(dashCredit, "Good news today\n“We open in May.” – Director Ina Holt\nThe hall is old.")).toEqual([
      [["Director Ina Holt"], ["–"], ["“We open in May.”"]],
    ]));
  it("leaves a dash in prose alone", () =>
    expect(
      found(
        dashCredit,
        "She called it “the whisper” – a name that stuck for as long as anyone could remember, and longer.",
      ),
    ).toEqual([]));
});

describe("no answer", () => {
  it("finds who could not be reached", () =>
    expect(found(noAnswer, "The harbour chief could not be reached for comment.")).toEqual([
      [["The harbour chief"], ["could not be reached"], ["for comment"]],
    ]));
  it("is not what a machine does", () => expect(found(noAnswer, "The engine did not return.")).toEqual([]));
});

describe("edges", () => {
  it("drop the comma before “she said” and the final stop, keep the marks", () => {
    const text = "“We lost,” said Ana Holt's aide, 40.";
    expect(refined(edges, text, ["Ana Holt's"], ["said"], ["“We lost,”"])).toEqual([
      [["Ana Holt"], ["said"], ["“We lost,”"]],
    ]);
    expect(refined(edges, "Holt said that she was late.", ["Holt"], ["said"], ["that she was late."])).toEqual([
      [["Holt"], ["said"], ["that she was late"]],
    ]);
  });
});

describe("cues", () => {
  it.each([
    [
      "Holt told reporters that it was late.",
      ["Holt"],
      ["told reporters"],
      ["that it was late"],
      [["Holt"], ["told"], ["that it was late"]],
    ],
    [
      "Holt also reported that it was late.",
      ["Holt"],
      ["also reported"],
      ["that it was late"],
      [["Holt"], ["reported"], ["that it was late"]],
    ],
    ["Holt warned of a tide.", ["Holt"], ["warned of"], ["a tide"], [["Holt"], ["warned"], ["of a tide"]]],
    ["Holt called for a vote.", ["Holt"], ["called for"], ["a vote"], [["Holt"], ["called for"], ["a vote"]]],
    [
      "Holt declined to comment on the vote.",
      ["Holt"],
      ["declined"],
      ["to comment on the vote"],
      [["Holt"], ["declined to comment"], ["on the vote"]],
    ],
  ] as [string, string[], string[], string[], Parts][])("%s", (text, source, cue, content, expected) =>
    expect(refined(cueEdges, text, source, cue, content)).toEqual([expected]),
  );
});

describe("passives", () => {
  it("“No … were reported” is a negated cue in two pieces", () =>
    expect(refined(passive, "No deaths were reported in the town.", [], ["were reported"], ["No deaths"])).toEqual([
      [[], ["No", "were reported"], ["deaths", "in the town"]],
    ]));
  it("an act told as hearsay has no source", () =>
    expect(refined(passive, "Holt reportedly sailed to Pell.", ["Holt"], ["reportedly sailed"], ["to Pell"])).toEqual([
      [[], ["reportedly"], ["Holt", "sailed to Pell."]],
    ]));
  it("a hope told as hearsay keeps its holder", () =>
    expect(refined(passive, "Holt reportedly hopes to sail.", ["Holt"], ["reportedly hopes"], ["to sail"])).toEqual([
      [["Holt"], ["reportedly hopes"], ["to sail"]],
    ]));
});

describe("hearers", () => {
  it("are no sources", () =>
    expect(
      refined(hearer, "The jury heard that Holt was late.", ["The jury"], ["heard"], ["that Holt was late"]),
    ).toEqual([[[], ["heard"], ["that Holt was late"]]]));
  it("who is told to do something is the first piece of it", () =>
    expect(refined(hearer, "Parents were told to wait.", ["Parents"], ["were told"], ["to wait"])).toEqual([
      [[], ["were told"], ["Parents", "to wait"]],
    ]));
});

describe("relative pronouns", () => {
  it("stand for the words before them", () =>
    expect(
      refined(
        antecedent,
        "It was the mayor, who said that it was late.",
        ["who"],
        ["said"],
        ["that it was late"],
      )[0]?.[0],
    ).toEqual(["the mayor", "who"]));
});

describe("what is no attribution", () => {
  it.each([
    ["The team was denied visas by the ministry.", [], ["was denied"], ["visas"]],
    ["The council launched the boat.", ["The council"], ["launched"], ["the boat"]],
    ["The campaign, called ‘Slow Brannick’, met.", ["The campaign"], ["called"], ["‘Slow Brannick’"]],
    ["The engine was known for years as the “Tea Pot”.", [], ["was known for years as"], ["the “Tea Pot”"]],
    ["An insider who asked not to be named said so.", ["An insider"], ["asked"], ["not to be named"]],
  ] as [string, ...Parts][])("%s", (text, ...parts) => expect(refined(veto, text, ...parts)).toEqual([]));
  it.each([
    ["Brack called the plan “Nonsense”.", ["Brack"], ["called"], ["the plan “Nonsense”"]],
    ["Brack called ‘nonsense’ what others praised.", ["Brack"], ["called"], ["‘nonsense’"]],
    [
      "Several bakers did not want to be quoted by name.",
      ["Several bakers"],
      ["did not want"],
      ["to be quoted by name"],
    ],
  ] as [string, ...Parts][])("but judging and refusing are: %s", (text, ...parts) =>
    expect(refined(veto, text, ...parts)).toHaveLength(1),
  );
  it("but a passive denial is one", () =>
    expect(
      refined(veto, "The report was denied by Ina Holt.", ["Ina Holt"], ["was denied by"], ["The report"]),
    ).toHaveLength(1));
  it("but a denial is", () =>
    expect(refined(veto, "Holt denied that she was late.", ["Holt"], ["denied"], ["that she was late"])).toHaveLength(
      1,
    ));
});

describe("continuation", () => {
  it("gives the next quotation without a cue to the same speaker", () => {
    const text = "“We lost,” said Holt. “Nobody came.” The hall was empty.";
    expect(refined(continuation, text, ["Holt"], ["said"], ["“We lost,”"])[0]?.[2]).toEqual([
      "“We lost,”",
      "“Nobody came.”",
    ]);
  });
  it("and the paragraphs that re-open the marks, with nothing in between swallowed", () => {
    const text = "“We waited all night,” said Holt. “And then\n\n“nobody came.”";
    expect(refined(continuation, text, ["Holt"], ["said"], ["“We waited all night,”"])[0]?.[2]).toEqual([
      "“We waited all night,”",
      "“And then",
      "“nobody came.”",
    ]);
  });
});

describe("within", () => {
  it("is the statement around it", () => {
    const text = "Holt said the ministry had denied any delay.";
    const outer = attributionOf(text, ["Holt"], ["said"], ["the ministry had denied any delay"], "a1");
    const inner = attributionOf(text, ["the ministry"], ["had denied"], ["any delay"], "a2");
    expect(within([outer, inner], contextOf(docOf(text))).map((a) => a.within)).toEqual([null, "a1"]);
  });
});
