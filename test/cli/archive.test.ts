import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EXIT } from "../../src/error.ts";
import type { Audit } from "../../src/views/audit.ts";
import type { FoundQuotation, SearchResult } from "../../src/archive/found.ts";
import type { TraceView } from "../../src/views/trace.ts";
import { articlesIn, checkIngested, killWhen, startIngest } from "../support/killed.ts";
import { hearsay, type Result } from "./run.ts";

const EXAMPLES = fileURLToPath(new URL("../../examples/archive", import.meta.url));
let folder = "";
let archive = "";
const on = (...args: string[]): Promise<Result> => hearsay([...args, "--archive", archive]);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-archive-cli-"));
  archive = join(folder, "new", "archive.hearsay");
  expect((await on("ingest", EXAMPLES)).code).toBe(EXIT.ok);
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe("hearsay ingest", () => {
  it("knows what it has", async () => {
    const { code, out } = await on("ingest", EXAMPLES);
    expect(code).toBe(EXIT.ok);
    expect(out).toContain("0 new, 0 changed, 16 known already, 0 failed.");
  });

  it("keeps the reason of a failure, and forgets it when the item is good", async () => {
    const bad = join(folder, "bad");
    mkdirSync(bad);
    writeFileSync(join(bad, "empty.txt"), "");
    const other = join(folder, "other.hearsay");
    const first = await hearsay(["ingest", bad, "--archive", other]);
    expect(first.code).toBe(EXIT.some);
    expect(first.err).toContain("is empty");
    expect((await hearsay(["show", "--failed", "--archive", other])).out).toContain("is empty");
    writeFileSync(join(bad, "empty.txt"), "The harbour is shut, Ana Holt said on Monday.\n\n".repeat(4));
    expect((await hearsay(["ingest", "--retry", "--force", "--archive", other])).out).toContain("1 new");
    expect((await hearsay(["show", "--failed", "--archive", other])).out).toBe("");
  });

  it("loses and doubles nothing when it is killed, and goes on", async () => {
    const many = join(folder, "many");
    mkdirSync(many);
    const names = Array.from({ length: 45 }, (_, i) => `story-${String(i).padStart(2, "0")}`);
    for (const [i, name] of names.entries())
      writeFileSync(
        join(many, `${name}.txt`),
        `Pier ${i} to close\n\n${`The council will close pier ${i} for the winter, mayor Ana Holt${i} said on Monday. `.repeat(6)}\n`,
      );
    const place = join(folder, "killed.hearsay");
    let before = 0;
    // Killed as soon as it has written so many: it has begun, and is not done.
    for (const least of [1, 12, 24]) {
      expect(await killWhen(startIngest(many, place), () => articlesIn(place) >= least, 20)).toBe(true);
      const { articles, wrong } = await checkIngested(place, names);
      expect(wrong).toEqual([]);
      expect(articles).toBeGreaterThanOrEqual(Math.max(least, before));
      expect(articles).toBeLessThan(names.length);
      before = articles;
    }
    const last = await hearsay(["ingest", many, "--archive", place]);
    expect([last.code, last.out.includes(`${before} known already, 0 failed`)]).toEqual([EXIT.ok, true]);
    expect(await checkIngested(place, names)).toEqual({ articles: names.length, wrong: [] });
  });

  it("says in one line what is wrong with the command", async () => {
    const hollow = join(folder, "hollow");
    mkdirSync(hollow);
    expect(await on("ingest", hollow)).toMatchObject({
      code: EXIT.empty,
      err: `hearsay: ${hollow}: holds no files; name files, or a folder with files\n`,
    });
    expect((await on("ingest")).err).toMatch(/^hearsay: ingest: name files, folders or addresses/);
    expect((await on("ingest", EXAMPLES, "--workers", "0")).err).toMatch(/^hearsay: --workers 0: write a number/);
    const text = join(folder, "notes.txt");
    writeFileSync(text, "no archive at all ".repeat(100));
    const { code, err } = await hearsay(["ingest", EXAMPLES, "--archive", text]);
    expect([code, err.trim().split("\n").length]).toEqual([EXIT.unreadable, 1]);
  });
});

describe("hearsay search, trace, audit, show, export", () => {
  it("finds what a speaker said", async () => {
    const { out } = await on("search", "speaker:Tollick valve", "--json");
    const view = JSON.parse(out) as SearchResult;
    expect(view.items.length).toBeGreaterThan(4);
    expect(new Set(view.items.map((i) => i.speaker))).toEqual(new Set(["Maren Tollick"]));
    const wrong = await on("search", "speaker:");
    expect([wrong.code, wrong.err.split("\n").at(-2)?.trim()]).toEqual([EXIT.usage, "^"]);
  });

  it("finds a quotation in spite of marks, an ellipsis and a word left out", async () => {
    const { out } = await on("search", "--quotation", "“at no point did we … know the valve was faulty!”", "--json");
    const docs = (JSON.parse(out) as FoundQuotation[]).map((item) => item.doc);
    expect(docs).toEqual(expect.arrayContaining(["harbour-wire-0311", "norravia-today-0313", "coast-radio-live-0318"]));
    expect((await on("search", "--quotation", "nobody ever said these words")).out).toMatch(/^No statement/);
  });

  it("follows a quotation to its first telling and through a change of its meaning", async () => {
    const { out } = await on("trace", "“At no point did we know that the valve was faulty”", "--json");
    const view = JSON.parse(out) as TraceView;
    expect(view.answer).toBe("found");
    const [statement] = view.statements;
    expect(statement).toMatchObject({ speaker: "Maren Tollick", first: "harbour-wire-0311", kind: "quotation" });
    const lantern = statement?.tellings.find((t) => t.doc === "morning-lantern-0312");
    expect(lantern).toMatchObject({ change: "changed", changes: ["negation"], relay: "harbour-wire-0311" });
    expect((await on("trace", "nobody ever said these particular words")).out).toMatch(/^Not found/);
    const told = JSON.parse((await on("trace", "a film of oil lay on the inner basin", "--json")).out) as TraceView;
    expect([told.answer, told.mentions.map((m) => m.doc).sort()]).toEqual([
      "not found",
      ["harbour-wire-0311", "skarnholt-courier-0311"],
    ]);
    expect((await on("trace")).code).toBe(EXIT.usage);
  });

  it("opens numbers of an audit with their searches", async () => {
    const { out } = await on("audit", "--outlet", "Tarnavik Herald", "--json");
    const audit = JSON.parse(out) as Audit;
    expect(audit.articles).toBe(3);
    // All of them are looked at where no program is started for each (test/views/audit.test.ts).
    for (const share of [...audit.namings, audit.relayed, ...audit.speakers.slice(0, 2)]) {
      const found = JSON.parse((await on("search", share.query, "--json")).out) as SearchResult;
      expect([share.query, found.total]).toEqual([share.query, share.statements]);
    }
  });

  it("lists and shows articles", async () => {
    expect((await on("show")).out.trim().split("\n")).toHaveLength(16);
    expect((await on("show", "harbour-wire-0311")).out).toContain("Maren Tollick");
    const missing = await on("show", "no-such");
    expect([missing.code, missing.err]).toEqual([
      EXIT.unreadable,
      "hearsay: no-such: is not in the archive; list its articles with: hearsay show\n",
    ]);
  });

  it("shows an article as it was read, before anybody corrected it", async () => {
    const own = join(folder, "machine.hearsay");
    await hearsay(["ingest", join(EXAMPLES, "coast-radio-live-0318.html"), "--archive", own]);
    const show = async (...more: string[]): Promise<string> =>
      (await hearsay(["show", "coast-radio-live-0318", ...more, "--archive", own])).out;
    const before = await show("--json");
    await hearsay(["correct", "coast-radio-live-0318", "a1", "--reject", "--author", "una", "--archive", own]);
    expect(await show("--json")).not.toBe(before);
    expect(await show("--machine", "--json")).toBe(before);
    expect((await hearsay(["show", "--machine", "--archive", own])).err).toBe("hearsay: --machine: name the article\n");
  });

  it("exports all articles or one, whole", async () => {
    const csv = (await on("export", "csv", "harbour-wire-0311")).out;
    expect(csv.split("\r\n")[1]).toContain("harbour-wire-0311");
    const file = join(folder, "all.xlsx");
    expect((await on("export", "xlsx", "--output", file)).out).toContain("16 articles");
    expect(existsSync(file)).toBe(true);
    expect((await on("export", "nonsense")).err).toMatch(/^hearsay: export nonsense: is no format/);
  });

  it("says where there is no archive", async () => {
    const { code, err } = await hearsay(["search", "pier", "--archive", join(folder, "none")]);
    expect([code, err.trim().split("\n").length]).toEqual([EXIT.unreadable, 1]);
  });
});
