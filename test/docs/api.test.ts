import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { apiPage } from "../../tools/api.ts";

it("docs/api.md is what the routes say of themselves", () => {
  expect(readFileSync(new URL("../../docs/api.md", import.meta.url), "utf8")).toBe(apiPage());
});
