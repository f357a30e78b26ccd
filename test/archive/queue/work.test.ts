/** The queue of a shared archive: what is put in is read once, in order, whoever reads it and whoever dies over it. */
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Counts, Step } from "../../../src/archive/ingest/ingest.ts";
import type { Task } from "../../../src/archive/ingest/read-one.ts";
import { ARTICLES } from "../../../src/archive/queue/boss.ts";
import { follow, takeBack } from "../../../src/archive/queue/follow.ts";
import type { Token } from "../../../src/archive/queue/queue.ts";
import { readJob } from "../../../src/archive/queue/read-job.ts";
import { retryFailed } from "../../../src/archive/queue/retry.ts";
import { connectedWorkers, queueState } from "../../../src/archive/queue/workers.ts";
import { MODEL, now, readPlainly, type Shared, sharedPlace, story } from "./shared-place.ts";

let at: Shared;
beforeAll(async () => {
  at = await sharedPlace();
});
afterEach(async () => {
  expect(at.troubles).toEqual([]);
  await at.queue.db.rows("TRUNCATE queued, workers, job");
  await at.archive.db.rows("TRUNCATE articles, items CASCADE");
});
afterAll(() => at.close());

const none: Counts = { new: 0, version: 0, same: 0, failed: 0 };
const many = (n: number) => Array.from({ length: n }, (_, i) => story(`pier-${i}`));
/** Lets a job's worker be heard no more, as if it had been killed; the supervisor looks at once. */
async function lose(): Promise<void> {
  await at.queue.db.rows("UPDATE job SET heartbeat_on = now() - interval '1 hour' WHERE state = 'active'");
  await at.queue.db.rows("UPDATE queue SET monitor_claim_on = NULL, monitor_on = NULL");
  await at.queue.boss.supervise(ARTICLES);
  await at.queue.db.rows("UPDATE job SET start_after = now() WHERE state = 'retry'");
}
const failures = async () => (await at.archive.failures()).map(({ origin, name, reason }) => [origin, name, reason]);

describe("what is put into the queue", () => {
  it("is read by several workers, each article once", async () => {
    expect(await at.put(many(30))).toEqual({ queued: 30, counts: none });
    const read: string[] = [];
    const reading = async (task: Task) => {
      read.push(task.input.id);
      await pause(2);
      return readPlainly(task);
    };
    const counts = await Promise.all([at.work(reading), at.work(reading), at.work(reading)]);
    expect(counts.reduce((sum, c) => sum + c.new, 0)).toBe(30);
    expect(read.sort()).toEqual(
      many(30)
        .map(({ id }) => id)
        .sort(),
    );
    expect(await at.archive.totals()).toMatchObject({ articles: 30, statements: 30, failed: 0 });
    expect(await queueState(at.queue)).toMatchObject({ waiting: 0, workers: [], failed: 0 });
  });

  it("waits once, however often it is put in, and is known when it was read", async () => {
    await at.put(many(3));
    expect(await at.put([...many(4), story("pier-0")])).toEqual({ queued: 1, counts: { ...none, same: 4 } });
    await at.work();
    expect(await at.put(many(4))).toEqual({ queued: 0, counts: { ...none, same: 4 } });
  });

  it("holds any text, and none that no article is as long as", async () => {
    const odd = `Ana Holt said the pier\0 is shut \ud83e now. ${"x".repeat(3_000_000)}`;
    await at.put([story("odd", odd)]);
    const { counts } = await at.put([story("huge", "y".repeat(21 * 1024 * 1024))]);
    expect(counts).toEqual({ ...none, failed: 1 });
    await at.work();
    expect((await at.archive.reading("odd"))?.text).toBe(odd);
    expect(await failures()).toEqual([["crawl", "huge", expect.stringMatching(/^huge: is longer than .*; split it$/)]]);
  });

  it("is read first where somebody waits for it", async () => {
    await at.put(many(6));
    await at.put([story("urgent")], { urgent: true });
    const read: string[] = [];
    await at.work(async (task) => {
      read.push(task.input.id);
      return readPlainly(task);
    });
    // A worker has one more at hand than it reads.
    expect(read.slice(0, 2)).toContain("urgent");
    expect(read).toHaveLength(7);
  });

  it("is kept in the order of a page's versions, by however many", async () => {
    const url = "https://wire.example/x";
    const versions = Array.from({ length: 12 }, (_, i) => story(`x-${i}`, `Ana Holt said pier ${i} is shut.`, url));
    await at.put(versions);
    await Promise.all([1, 2, 3].map(() => at.work()));
    const kept = await at.archive.versions("x-0");
    expect(kept.map(({ version }) => version)).toEqual(versions.map((_, i) => i + 1));
    for (const [i, { body }] of versions.entries()) expect((await at.archive.reading("x-0", i + 1))?.text).toBe(body);
  });
});

describe("a worker that goes", () => {
  it("without a word loses and doubles nothing: its article comes back, and what it still does is no harm", async () => {
    const url = "https://wire.example/x";
    await at.put([story("a", "Ana Holt said pier 1 is shut.", url), story("b", "Ana Holt said pier 2 is shut.", url)]);
    const [job] = await at.queue.boss.fetch<Token>(ARTICLES);
    // The second version waits for the first, which is at hand.
    expect(await at.queue.boss.fetch<Token>(ARTICLES)).toEqual([]);
    await lose();
    expect(await at.work()).toEqual({ ...none, new: 1, version: 1 });
    const late = { queue: at.queue, archive: at.archive, read: readPlainly, model: MODEL, now };
    expect(await readJob(job as NonNullable<typeof job>, late)).toBeNull();
    expect(await at.archive.versions("a")).toHaveLength(2);
    expect((await at.archive.reading("a"))?.text).toBe("Ana Holt said pier 2 is shut.");
  });

  it("after keeping and before telling is told by the next one", async () => {
    await at.put(many(1));
    const context = { queue: at.queue, archive: at.archive, read: readPlainly, model: MODEL, now };
    const [job] = await at.queue.boss.fetch<Token>(ARTICLES);
    const cut = { ...at.queue, db: { ...at.queue.db, transaction: () => Promise.reject(new Error("cut off")) } };
    await expect(readJob(job as NonNullable<typeof job>, { ...context, queue: cut })).rejects.toThrow("cut off");
    expect(await at.archive.countArticles()).toBe(1);
    await lose();
    expect(await at.work()).toEqual({ ...none, same: 1 });
    expect(await at.archive.countArticles()).toBe(1);
  });

  it("by a signal reads what it has at hand, and leaves the rest", async () => {
    await at.put(many(10));
    const stop = new AbortController();
    const counts = await at.work(
      async (task) => {
        stop.abort();
        await pause(50);
        return readPlainly(task);
      },
      { signal: stop.signal, untilEmpty: false },
    );
    expect(counts.new).toBeLessThanOrEqual(2);
    expect(await at.archive.countArticles()).toBe(counts.new);
    expect(await queueState(at.queue)).toMatchObject({ waiting: 10 - counts.new, workers: [] });
    await at.work();
    expect(await at.archive.countArticles()).toBe(10);
  });
});

describe("what cannot be read", () => {
  it("fails at once where another try would say the same, with its reason, and can be tried again from anywhere", async () => {
    const batch = "00000000-0000-4000-8000-000000000000";
    await at.put([story("bad", "No article."), story("good")], { batch });
    expect(await at.work()).toEqual({ ...none, new: 1, failed: 1 });
    expect(await failures()).toEqual([["crawl", "bad", "bad: is no article"]]);
    expect((await queueState(at.queue)).errors).toMatchObject([{ name: "bad", reason: "bad: is no article" }]);
    expect(await retryFailed(at.queue, batch)).toEqual([{ origin: "crawl", name: "bad" }]);
    const yes = await at.work((task) => readPlainly({ ...task, input: { ...task.input, body: "Yes." } }));
    expect(yes).toEqual({ ...none, new: 1 });
    expect(await failures()).toEqual([]);
    expect(await retryFailed(at.queue, batch)).toEqual([]);
  });

  it("is tried twice where a thread was lost over it", { timeout: 30_000 }, async () => {
    await at.put([story("heavy")]);
    let tries = 0;
    const counts = await at.work(async () => {
      tries++;
      return { ok: false, reason: "needs too much memory to read; split it", lost: true };
    });
    expect([tries, counts]).toEqual([2, { ...none, failed: 1 }]);
    expect(await failures()).toEqual([["crawl", "heavy", "heavy: needs too much memory to read; split it"]]);
  });

  it("is buried when every worker that had it is gone", async () => {
    await at.put([story("poison"), story("good")]);
    await at.queue.db.rows(
      "UPDATE job SET priority = 1 WHERE singleton_key = (SELECT key FROM queued WHERE name = 'poison')",
    );
    for (let tries = 0; tries < 5; tries++) {
      expect(await at.queue.boss.fetch<Token>(ARTICLES)).toHaveLength(1);
      await lose();
    }
    expect(await at.work()).toEqual({ ...none, new: 1, failed: 1 });
    expect(await failures()).toEqual([
      ["crawl", "poison", expect.stringMatching(/^poison: every worker that read it stopped/)],
    ]);
    expect(await retryFailed(at.queue, "00000000-0000-4000-8000-000000000000")).toHaveLength(1);
    expect(await at.work()).toEqual({ ...none, new: 1 });
  });
});

describe("who put something in", () => {
  const batch = "00000000-0000-4000-8000-000000000001";

  it("is told of each article once", async () => {
    await at.put([...many(5), story("bad", "No article.")], { batch });
    await at.put([story("other")]);
    const told: Step[] = [];
    const counts = { ...none };
    await Promise.all([at.work(), follow({ queue: at.queue, batch, counts, step: (_, last) => void told.push(last) })]);
    expect(counts).toEqual({ ...none, new: 5, failed: 1 });
    expect(told.map(({ name, reason }) => [name, reason]).sort()).toEqual([
      ["bad", "bad: is no article"],
      ...many(5).map(({ id }) => [id, null]),
    ]);
    const again = { ...none };
    await follow({ queue: at.queue, batch, counts: again });
    expect(again).toEqual(none);
  });

  it("may take back what nobody has read", async () => {
    await at.put(many(3), { batch });
    await at.put([story("other")]);
    await takeBack(at.queue, batch);
    expect(await at.work()).toEqual({ ...none, new: 1 });
  });

  it("sees who reads", async () => {
    await at.put(many(2));
    let seen = {};
    await at.work(async (task) => {
      expect(await connectedWorkers(at.queue)).toBe(1);
      seen = await queueState(at.queue);
      return readPlainly(task);
    });
    expect(seen).toMatchObject({ workers: [{ name: "here", threads: 1, model: MODEL }] });
    expect(await connectedWorkers(at.queue)).toBe(0);
  });
});
