import { describe, expect, it } from "vitest";
import { kindOf } from "../../../src/reading/inputs/kind.ts";
import { readJson, readLines } from "../../../src/reading/inputs/jsonl.ts";

describe("JSON Lines", () => {
  it("reads an article a line and reports bad lines by number without losing the others", () => {
    const lines = [
      '{"id":"a","text":"One.","outlet":"Pell Post","title":null}',
      "not json",
      '{"id":"b"}',
      "",
      '{"id":3,"html":"<p>x"}',
    ].join("\n");
    const results = [...readLines(lines, "in.jsonl")];
    expect(
      results.map((r) => (r.ok ? [r.input.id, r.input.kind, r.input.given] : r.error.message.split(";")[0])),
    ).toEqual([
      ["a", "text", { outlet: "Pell Post" }],
      "in.jsonl:2: is no JSON object",
      "in.jsonl:3: needs text or html",
      ["3", "html", {}],
    ]);
  });
});

describe("JSON", () => {
  const told = (text: string): unknown[] =>
    [...readJson(text, "in.json", "in")].map((r) =>
      r.ok ? [r.input.id, r.input.body] : r.error.message.split(";")[0],
    );
  it("reads one article, or a list, and reports what is none", () => {
    expect(told('{\n "text": "One.", "outlet": "Pell Post"\n}')).toEqual([["in", "One."]]);
    expect(told('[{"id": "a", "text": "One."}, {"html": "<p>x"}, {"title": "Bare"}, 7]')).toEqual([
      ["a", "One."],
      ["in-000002", "<p>x"],
      "in.json: article 3: needs text or html",
      expect.stringContaining("in.json: article 4: "),
    ]);
  });
  it("says in one line what is broken", () => {
    expect(() => told('{"text": "One."')).toThrow("in.json: begins like JSON and is broken");
  });
  it("is told from a text by how it begins", () => {
    const kind = (text: string): string => kindOf(Buffer.from(text), "file");
    expect(kind('[\n {"text": "x"}]')).toBe("json");
    expect(kind('{"id": "1", "text": "x"}\n')).toBe("jsonl");
    expect(kind("[Editor’s note] {“Text” said the mayor}")).toBe("text");
  });
});
