/** What is shown of an article in a list stays on its line, wherever its paragraphs end. */
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Archive } from "../../src/archive/archive.ts";
import { searchToTerminal } from "../../src/exports/search-terminal.ts";
import { traceToTerminal } from "../../src/exports/trace-terminal.ts";
import { traceOfWords } from "../../src/views/trace.ts";
import { keepReading, makeReading } from "../archive/readings.ts";
import { newArchive } from "../archive/stores.ts";

const TEXT = "The ferry left the quay.\n\nIt came back\nat noon. Ana Holt said the crew was well.";

let archive: Archive;
beforeAll(async () => {
  archive = await newArchive("file");
  await keepReading(archive, makeReading("ferry", TEXT, { outlet: "Valley Echo", published: "2025-03-01" }));
});
afterAll(() => archive.close());

it("a search of whole texts", async () => {
  const found = await archive.search("quay came", { in: "text" });
  const lines = searchToTerminal(found, { colour: false, offset: 0 }).split("\n");
  expect(lines).toContain("     The ferry left the *quay*. It *came* back at noon. Ana Holt said the crew was well.");
});

it("a trace that finds no statement", async () => {
  const lines = traceToTerminal(await traceOfWords(archive, "quay. It came back")).split("\n");
  expect(lines.filter((line) => line !== "")).toHaveLength(2);
  expect(lines[1]).toContain("The ferry left the quay. It came back at noon.");
});
