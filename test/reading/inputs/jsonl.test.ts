import { describe, expect, it } from "vitest";
import { readLines } from "../../../src/reading/inputs/jsonl.ts";

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
