import { describe, expect, it } from "vitest";
import { BARE, DOCUMENTS, OCCASIONS, ON_OCCASIONS } from "../../../src/attribution/lexicon/media.ts";
import { channel } from "../../../src/attribution/refiners/channel.ts";
import { attributionOf, contextOf, docOf, wordsOfSpans } from "../../helpers.ts";
import { cpuTime } from "../../support/cpu-time.ts";

function channelOf(text: string, source: string, cue: string, content: string): string[] {
  const [a] = channel([attributionOf(text, source ? [source] : [], [cue], [content])], contextOf(docOf(text)));
  return wordsOfSpans(text, a?.channel ?? []);
}

describe("channel", () => {
  it.each([
    [
      "Ada Brack told reporters that the ferry was late.",
      "Ada Brack",
      "told",
      "that the ferry was late",
      ["reporters"],
    ],
    [
      "Ada Brack told the Lowen Herald that the ferry was late.",
      "Ada Brack",
      "told",
      "that the ferry was late",
      ["Lowen Herald"],
    ],
    ["Ada Brack told the state news agency LNA that it was late.", "Ada Brack", "told", "that it was late", ["LNA"]],
    [
      "In a letter to the harbour board, Ada Brack warned that the pier was rotten.",
      "Ada Brack",
      "warned",
      "that the pier was rotten",
      ["letter"],
    ],
    [
      "Ada Brack said in a statement that the ferry was late.",
      "Ada Brack",
      "said",
      "that the ferry was late",
      ["statement"],
    ],
    ["“Nobody asked us,” Ada Brack posted on Warbler.", "Ada Brack", "posted", "“Nobody asked us,”", ["Warbler"]],
  ])("%s", (text, source, cue, content, expected) => {
    expect(channelOf(text, source, cue, content)).toEqual(expected);
  });

  it.each([
    ["Ada Brack told her sister that the ferry was late.", "Ada Brack", "told", "that the ferry was late"],
    ["Ada Brack posted on Monday that the ferry was late.", "Ada Brack", "posted", "that the ferry was late"],
    [
      "Ada Brack said that the reply in the letter was rude.",
      "Ada Brack",
      "said",
      "that the reply in the letter was rude",
    ],
  ])("finds none in: %s", (text, source, cue, content) => {
    expect(channelOf(text, source, cue, content)).toEqual([]);
  });

  const said = "that the ferry was late";
  it.each([
    ["Ada Brack told the Sund harbour inquiry that the ferry was late.", "told", ["Sund harbour inquiry"]],
    ["Ada Brack told the Orle Dialogue that the ferry was late.", "told", ["Orle Dialogue"]],
    [
      "Ada Brack told Radio Quay in an interview on Monday that the ferry was late.",
      "told",
      ["Radio Quay", "interview"],
    ],
    ["Ada Brack told the BBC’s breakfast programme that the ferry was late.", "told", ["BBC"]],
    ["Ada Brack told Tom Veal of Fox News that the ferry was late.", "told", ["Fox News"]],
    ["Ada Brack said on CNN that the ferry was late.", "said", ["CNN"]],
    ["Ada Brack acknowledged to the Lowen Times that the ferry was late.", "acknowledged", ["Lowen Times"]],
    ["In an interview with Radio Quay, Ada Brack said that the ferry was late.", "said", ["interview", "Radio Quay"]],
    ["Ada Brack wrote on X that the ferry was late.", "wrote", ["X"]],
    ["Ada Brack said by telephone that the ferry was late.", "said", ["telephone"]],
    ["Ada Brack said through a friend that the ferry was late.", "said", ["friend"]],
    ["Ada Brack said in New York magazine that the ferry was late.", "said", ["New York magazine"]],
    ["Ada Brack said in a Friday interview that the ferry was late.", "said", ["interview"]],
    [
      "During Prime Minister’s Questions Wednesday, Ada Brack said that the ferry was late.",
      "said",
      ["Prime Minister’s Questions"],
    ],
    ["Ada Brack said in the last line of her letter that the ferry was late.", "said", ["letter"]],
    ["Ada Brack told this newspaper that the ferry was late.", "told", ["this newspaper"]],
    ["Speaking at a rally in Orle, Ada Brack said that the ferry was late.", "said", ["rally"]],
    ["Ada Brack issued a statement and said that the ferry was late.", "said", ["statement"]],
  ])("%s", (text, cue, expected) => {
    expect(channelOf(text, "Ada Brack", cue, said)).toEqual(expected);
  });

  it.each([...DOCUMENTS, ...OCCASIONS, ...ON_OCCASIONS, ...BARE].map((list) => [list.example, list.nouns]))(
    "the example of a list of media is read: %s",
    (text, nouns) => {
      const found = channelOf(text, "Ada Brack", "said", said);
      expect(found).toHaveLength(1);
      expect(nouns.split(", ").some((noun) => found[0]?.endsWith(noun))).toBe(true);
    },
  );

  it.each([
    ["Ada Brack told the FBI that the ferry was late.", "told"],
    ["Ada Brack told supporters that the ferry was late.", "told"],
    ["Ada Brack said in response to a question that the ferry was late.", "said"],
    ["In a show of defiance Ada Brack said that the ferry was late.", "said"],
    ["The council voted on free speech grounds, Ada Brack said that the ferry was late.", "said"],
    ["Ada Brack refused to speculate on the events and said that the ferry was late.", "said"],
    ["Ada Brack soared in the polls and said that the ferry was late.", "said"],
  ])("finds none in: %s", (text, cue) => {
    expect(channelOf(text, "Ada Brack", cue, said)).toEqual([]);
  });

  it.each([
    ["A letter seen by the Lowen Herald said that the ferry was late.", "A letter seen by the Lowen Herald", "said"],
    ["A notice on the ministry’s website said that the ferry was late.", "A notice on the ministry’s website", "said"],
    [
      "Ada Brack, a fellow in the Harbour Program at Orle, said that the ferry was late.",
      "Ada Brack, a fellow in the Harbour Program at Orle,",
      "said",
    ],
  ])("does not take what describes the source: %s", (text, source, cue) => {
    expect(channelOf(text, source, cue, said)).toEqual([]);
  });

  it.each([
    [
      "A study published on Friday in the Annals of Ferries found that the ferry was late.",
      "A study published on Friday in the Annals of Ferries",
      "found",
      "Annals of Ferries",
    ],
    [
      "Users on the message board wrote that the ferry was late.",
      "Users on the message board",
      "wrote",
      "message board",
    ],
    [
      "Ada Brack, speaking to Radio Quay, said that the ferry was late.",
      "Ada Brack, speaking to Radio Quay,",
      "said",
      "Radio Quay",
    ],
  ])("takes where the source writes or speaks: %s", (text, source, cue, expected) => {
    expect(channelOf(text, source, cue, said)).toEqual([expected]);
  });

  it("is the court that heard it, where nobody else is named", () => {
    const text = "The ferry was late, Orle Crown Court heard on Friday.";
    expect(channelOf(text, "", "heard", "The ferry was late")).toEqual(["Orle Crown Court"]);
  });

  it("holds for all that the same source says in the sentence, not for what others say", () => {
    const text =
      "Ada Brack told Radio Quay that the ferry was late, adding that Tom Veal had left, while Ines Roth said that she stayed.";
    const all = [
      attributionOf(text, ["Ada Brack"], ["told"], ["that the ferry was late"]),
      attributionOf(text, ["Ada Brack"], ["adding"], ["that Tom Veal had left"], "a2"),
      attributionOf(text, ["Ines Roth"], ["said"], ["that she stayed"], "a3"),
    ];
    const read = channel(all, contextOf(docOf(text)));
    expect(read.map((a) => wordsOfSpans(text, a.channel))).toEqual([["Radio Quay"], ["Radio Quay"], []]);
  });

  it("takes its time in proportion to the statements of a sentence without end", () => {
    const piece = "the mayor said in a long statement on Monday the dam ";
    const text = piece.repeat(400);
    const first = attributionOf(text, ["the mayor"], ["said"], ["the dam"]);
    const all = Array.from({ length: 400 }, (_, i) => {
      const shift = (list: typeof first.cue): typeof first.cue =>
        list.map(([s, e]) => [s + i * piece.length, e + i * piece.length]);
      return {
        ...first,
        id: `a${i}`,
        source: shift(first.source),
        cue: shift(first.cue),
        content: shift(first.content),
      };
    });
    const started = cpuTime();
    channel(all, contextOf(docOf(text)));
    expect(cpuTime() - started).toBeLessThan(5000);
  });

  it("does not give the outer channel to what is said inside", () => {
    const text = "Ada Brack told reporters that Tom Veal feared a strike.";
    const outer = attributionOf(text, ["Ada Brack"], ["told"], ["that Tom Veal feared a strike"]);
    const inner = { ...attributionOf(text, ["Tom Veal"], ["feared"], ["a strike"], "a2"), within: "a1" };
    const read = channel([outer, inner], contextOf(docOf(text)));
    expect(read.map((a) => a.channel.length)).toEqual([1, 0]);
  });
});
