import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseQuery } from "../../../src/archive/query/parse.ts";
import { printQuery } from "../../../src/archive/query/print.ts";
import { LABELS } from "../../../src/archive/query/query.ts";
import { searchSqlite } from "../../../src/archive/query/search.ts";
import { FIELDS } from "../../../src/archive/query/term.ts";
import { exampleStore } from "./store.ts";

const page = readFileSync(new URL("../../../docs/search.md", import.meta.url), "utf8");
const cells = [...page.matchAll(/^\| `(.+?)` \|/gm)].map((match) => match[1] ?? "");
const lines = [...page.matchAll(/^- `(.+)`$/gm)].map((match) => match[1] ?? "");
const examples = [...cells, ...lines];
const db = exampleStore();

describe("docs/search.md", () => {
  it.each(examples)("has an example that can be searched for: %s", (example) => {
    const tree = parseQuery(example);
    expect(parseQuery(printQuery(tree))).toEqual(tree);
    expect(searchSqlite(db, example).total).toBeGreaterThanOrEqual(0);
  });

  it("has an example of every field and names every value", () => {
    expect(examples.length).toBeGreaterThan(25);
    for (const field of FIELDS) expect(examples.join("\n"), field).toContain(`${field}:`);
    for (const value of Object.values(LABELS).flat()) expect(page).toContain(`\`${value}\``);
  });

  it("shows the message as it is", () => {
    const shown = /```\n(“spoken”[\s\S]*?)\n```/.exec(page)?.[1];
    expect(() => parseQuery("missiles form:spoken")).toThrow(shown);
  });
});
