/** What only a shared archive meets: text that PostgreSQL cannot hold as it is, huge documents, several who write at once. */
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Archive } from "../../../src/archive/archive.ts";
import { openPostgres, type PostgresArchive } from "../../../src/archive/postgres/postgres.ts";
import type { Reading } from "../../../src/document.ts";
import { makeReading } from "../readings.ts";
import { newPlace, type Place } from "../stores.ts";

let at: Place;
let archive: PostgresArchive;
beforeEach(async () => {
  at = await newPlace("postgres");
  archive = await openPostgres(at.place);
});
afterEach(async () => {
  await archive.close();
  await at.drop();
});
const keep = (reading: Reading, to: Archive = archive, origin = reading.doc) =>
  to.save({ reading, model: "m", origin, inputKey: `${origin} ${reading.text}`, at: "2025-05-01T00:00:00Z" });

describe("text that a column cannot hold", () => {
  const odd = "Ana Holt said the pier\0 is shut \ud83e now 🦜.";

  it("comes back as it was, and is shown with a sign in its place, so that spans hold", async () => {
    const reading = makeReading("od\0d", odd, { title: "half \udc00 a title", outlet: "Wi\0re" });
    const { doc } = await keep(reading);
    expect(doc).toBe("od␀d");
    expect(await archive.reading(doc)).toEqual({ ...reading, doc });
    expect(await archive.reading("od\0d")).toEqual({ ...reading, doc });
    const [row] = await archive.db.rows<{ text: string; content: string; start: number; end: number }>(
      "SELECT text, content, start, s.end FROM articles_current a JOIN statements_current s USING (doc)",
    );
    expect(row?.text).toBe("Ana Holt said the pier␀ is shut \ufffd now 🦜.");
    expect(row?.text.slice(row.start, row.end)).toBe(row?.content);
    expect((await archive.search("shut")).items.map((item) => item.outlet)).toEqual(["Wi␀re"]);
  });

  it("is the same article when it comes again", async () => {
    await keep(makeReading("a", odd, { url: "https://example.org/\0x" }));
    expect(await keep(makeReading("b", odd, { url: "https://example.org/\0x" }))).toEqual({ kept: "same", doc: "a" });
  });
});

describe("documents past what an index can hold", () => {
  it("are found by every word, at any place, and by phrases", async () => {
    // More different words than one tsvector takes, and a word longer than a lexeme.
    const words = Array.from({ length: 70_000 }, (_, i) => `word${i.toString(36)}x`);
    const long = "ä".repeat(3000);
    const text = `Ana Holt said the pier is shut. ${words.join(" ")} ${long} end of it.`;
    await keep(makeReading("huge", text, { url: `https://example.org/${"p".repeat(9000)}` }));
    await keep(makeReading("small", "Ana Holt said the quay is open."));
    const total = async (query: string) => (await archive.search(query, { in: "text" })).total;
    for (const query of [words[0], words[69_999], `"${words[69_998]} ${words[69_999]}"`, long, "end", "wordabcx"])
      expect([query?.slice(0, 20), await total(query as string)]).toEqual([query?.slice(0, 20), 1]);
    expect(await total(`${words[69_999]} -pier`)).toBe(0);
    expect(await total("-end")).toBe(1);
    expect(await total(`"${words[0]} ${words[2]}"`)).toBe(0);
    expect(await total("ä".repeat(2999))).toBe(0);
    expect(await total(`${"a".repeat(2999)}*`)).toBe(1);
    expect(await archive.search("pier")).toMatchObject({ total: 1 });
  });

  it("may have names of any length", async () => {
    const name = `Ana ${"Holt".repeat(2000)}`;
    const reading = makeReading("a", "Ana Holt said the pier is shut.", { outlet: "o".repeat(5000) });
    const attributions = reading.attributions.map((a) => ({ ...a, entity: name }));
    await keep({ ...reading, attributions }, archive, "f".repeat(6000));
    expect((await archive.speakersNamed(name)).map((s) => s.statements)).toEqual([1]);
    expect((await archive.search("pier")).items[0]?.speaker).toBe(name);
  });
});

describe("several who write at once", () => {
  const many = 6;
  let others: PostgresArchive[] = [];
  beforeEach(async () => {
    others = await Promise.all(Array.from({ length: many }, () => openPostgres(at.place)));
  });
  afterEach(async () => {
    for (const other of others) await other.close();
  });
  const text = (end: string) =>
    `${Array.from({ length: 14 }, (_, i) => `Ana Holt said pier ${i} would stay shut for ${i + 2} weeks.`).join(" ")} ${end}`;

  it("keep the same article once", async () => {
    const kept = await Promise.all(
      others.flatMap((other, i) => [
        keep(makeReading(`a${i}`, text(""), { url: "https://wire.example/x", outlet: "Wire" }), other),
        keep(makeReading("no-address", "Otto Brandt said the ferry is late."), other, `o${i}`),
      ]),
    );
    expect(kept.filter((k) => k.kept === "new")).toHaveLength(2);
    expect(kept.filter((k) => k.kept === "same")).toHaveLength(2 * many - 2);
    expect(await archive.totals()).toMatchObject({ articles: 2, earlier: 0, statements: 15 });
  });

  it("give different articles of one name different names", async () => {
    await Promise.all(
      others.map((other, i) => keep(makeReading("story", `Ana Holt said pier ${i} is shut.`), other, `o${i}`)),
    );
    expect((await archive.articles()).map((a) => a.doc).sort()).toEqual([
      "story",
      ...Array.from({ length: many - 1 }, (_, i) => `story-${i + 2}`),
    ]);
  });

  it("make one version after the other of an article that changes", async () => {
    await Promise.all(
      others.map((other, i) =>
        keep(makeReading("a", `Ana Holt said pier ${i} is shut.`, { url: "https://wire.example/y" }), other),
      ),
    );
    expect((await archive.versions("a")).map((v) => v.version)).toEqual(Array.from({ length: many }, (_, i) => i + 1));
    expect(await archive.totals()).toMatchObject({ articles: 1, earlier: many - 1, statements: 1 });
  });

  it("see each other's copies", async () => {
    await Promise.all(
      others.map((other, i) => keep(makeReading(`c${i}`, text(`Own end ${i}.`), { outlet: `Paper ${i}` }), other)),
    );
    expect((await archive.articles()).map((a) => a.copies)).toEqual(Array(many).fill(many));
  });

  it("lose nothing of many articles with the same names and words", async () => {
    const each = 12;
    await Promise.all(
      others.map(async (other, i) => {
        for (let k = 0; k < each; k++)
          await keep(
            makeReading(`w${i}-${k}`, `Ana Holt said pier ${i} ${k} is shut. Bo Rask said it is not ${k}.`),
            other,
          );
      }),
    );
    expect(await archive.totals()).toMatchObject({ articles: many * each, statements: 2 * many * each });
    expect((await archive.speakersNamed("Bo Rask")).map((s) => s.statements)).toEqual([many * each]);
  });
});

it("goes on when the server has cut its connections off", async () => {
  await keep(makeReading("a", "Ana Holt said the pier is shut."));
  // Under a name of its own: other tests use the same server.
  const [mine, other] = [await openPostgres(at.place, { program: "cut off" }), await openPostgres(at.place)];
  await keep(makeReading("b", "Ana Holt said the ferry is late."), mine);
  await other.db
    .rows(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND application_name = 'cut off'",
    )
    .catch(() => undefined);
  await new Promise((done) => setTimeout(done, 300));
  await keep(makeReading("c", "Ana Holt said the quay is shut."), mine);
  expect(await archive.countArticles()).toBe(3);
  await mine.close();
  await other.close();
});
