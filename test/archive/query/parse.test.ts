import { describe, expect, it } from "vitest";
import { parseQuery } from "../../../src/archive/query/parse.ts";
import { and, not, or, type Query } from "../../../src/archive/query/query.ts";
import { QueryError } from "../../../src/archive/query/query-error.ts";
import { UsageError } from "../../../src/error.ts";

const word = (text: string, more: object = {}): Query => ({
  type: "words",
  field: null,
  text,
  exact: false,
  prefix: false,
  ...more,
});
const speaker = (text: string, prefix = false): Query => ({ type: "name", field: "speaker", text, prefix });

describe("a query", () => {
  it.each<[string, Query]>([
    ["", and([])],
    [" \n ", and([])],
    ["missiles", word("missiles")],
    ["missiles crowd", and([word("missiles"), word("crowd")])],
    ["missiles AND crowd", and([word("missiles"), word("crowd")])],
    ["a b OR c", or([and([word("a"), word("b")]), word("c")])],
    ["a (b OR c)", and([word("a"), or([word("b"), word("c")])])],
    ["a or b", and([word("a"), word("or"), word("b")])],
    ["-a", not(word("a"))],
    ["–a", not(word("a"))],
    ["NOT a", not(word("a"))],
    ["a -(b -c)", and([word("a"), not(and([word("b"), not(word("c"))]))])],
    ["-(-a)", word("a")],
    ["((a))", word("a")],
    ["cease-fire", word("cease-fire")],
    ["missil*", word("missil", { prefix: true })],
    ['"give  up"', word("give up", { exact: true })],
    ["“give up”", word("give up", { exact: true })],
    ["«give up»", word("give up", { exact: true })],
    ['"say \\"no\\""', word('say "no"', { exact: true })],
    ['"OR"', word("OR", { exact: true })],
    ["10:30", word("10:30")],
    ["speaker:Shoigu", speaker("Shoigu")],
    ['Speaker:"Sergei Shoigu"', speaker("Sergei Shoigu")],
    ["speaker:Shoi*", speaker("Shoi", true)],
    ["speaker:Sergei Shoigu", and([speaker("Sergei"), word("Shoigu")])],
    ["kind:Person", { type: "label", field: "kind", value: "person" }],
    ['kind:"person"', { type: "label", field: "kind", value: "person" }],
    ["negated:yes", { type: "flag", field: "negated", value: true }],
    ["relayed:no", { type: "flag", field: "relayed", value: false }],
    ["about:x", word("x", { field: "about" })],
    ["since:2024-02-29", { type: "date", field: "since", value: "2024-02-29" }],
  ])("%j", (text, tree) => {
    expect(parseQuery(text)).toEqual(tree);
  });
});

describe("a wrong query is refused at its character", () => {
  it.each([
    ["a (b", 2, "( that is not closed"],
    ["a (", 2, "( that is not closed"],
    ["a ()", 2, "empty parentheses"],
    ["a) b", 1, ") that closes nothing"],
    [")", 0, ") that closes nothing"],
    ["OR a", 0, "OR with nothing before it"],
    ["a OR", 2, "OR with nothing after it"],
    ["a OR OR b", 5, "OR with nothing before it"],
    ["(a OR) b", 3, "OR with nothing after it"],
    ["a AND", 2, "AND with nothing after it"],
    ["a NOT", 2, "NOT with nothing after it"],
    ["a - b", 2, "a minus with nothing"],
    ["--a", 0, "a minus with nothing"],
    ['say "no', 4, "quotation that is not closed"],
    ['""', 0, "a quotation without words"],
    ["a & b", 2, "“&” is no word"],
    ["*", 0, "is no word"],
    ["mis*les", 3, "a star inside a word"],
    ["mi*", 2, "at least 3 letters before the star"],
    ["speker:a", 0, "write speaker:, or put it in quotes"],
    ["https://x.org", 0, "the fields are speaker: outlet:"],
    ["speaker:", 0, "without a value"],
    ["speaker:(a OR b)", 0, "speaker:Word OR speaker:Other"],
    ["a form:spoken", 7, "form:direct, form:mixed, form:indirect"],
    ["act:den*", 4, "a star in act:"],
    ["negated:maybe", 8, "write negated:yes or negated:no"],
    ["since:2023-02-30", 6, "is no date"],
    ["since:2023-13", 6, "is no date"],
    ["until:yesterday", 6, "until:2023-07-15"],
    ["a\u0000b", 1, "a control character"],
  ])("%j at %i: %s", (text, position, message) => {
    const error = refused(text);
    expect(error).toBeInstanceOf(UsageError);
    expect(error.position).toBe(position);
    expect(error.message).toContain(message);
    const caret = error.message.split("\n")[2] ?? "";
    expect(caret.indexOf("^") - 2).toBe(position);
  });

  it("points into the middle of a long query, counting characters and not halves of emoji", () => {
    const error = refused(`${"😀a ".repeat(90)}form:x`);
    expect(error.message).toContain("at character 276 of the query");
    const [, line = "", caret = ""] = error.message.split("\n");
    expect([...line].length).toBeLessThan(100);
    expect([...line][caret.length - 1]).toBe("x");
  });

  it.each([
    ["a megabyte", "a ".repeat(500_000)],
    ["10,000 parentheses", "(".repeat(10_000)],
    ["1,000 parentheses", `${"(".repeat(1000)}a${")".repeat(1000)}`],
    ["NOT a thousand times", "NOT ".repeat(999)],
    ["a thousand words", "ab ".repeat(1000)],
  ])("%s: one line", (_, text) => {
    expect(refused(text).message).toMatch(/^[^\n]{20,120}$/);
  });
});

function refused(text: string): QueryError {
  try {
    parseQuery(text);
  } catch (error) {
    if (error instanceof QueryError) return error;
    throw error;
  }
  throw new Error("was not refused");
}
