import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { openArchive } from "../../src/archive/open.ts";
import { openDesk } from "../../src/server/threads/desk.ts";
import { makeReading } from "../archive/readings.ts";
import { newPlace } from "../archive/stores.ts";

/** Threads of this process that let others go first, by Linux's accounts. */
const behind = (): number =>
  readdirSync("/proc/self/task").filter((thread) => {
    const fields = readFileSync(`/proc/self/task/${thread}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
    return Number(fields[16]) > 0;
  }).length;

it("what takes long is done by threads that let the others go first", async () => {
  const { place, drop } = await newPlace("file");
  const archive = await openArchive(place);
  await archive.save({
    reading: makeReading("pier", "Ana Holt said the pier is shut. Otto Brandt said the gulls stay."),
    model: "m",
    origin: "pier",
    inputKey: "pier",
    at: "2025-05-01T00:00:00Z",
  });
  await archive.close();
  const before = process.platform === "linux" ? behind() : 0;
  const desk = await openDesk(place);
  try {
    const traces = Array.from({ length: 6 }, () => desk.run("traceAsked", { words: "the pier is shut" }));
    const found = await desk.archive.search("gulls", {});
    expect(found.total).toBe(1);
    expect((await Promise.all(traces)).map((view) => view?.answer)).toEqual(Array(6).fill("found"));
    if (process.platform === "linux") expect(behind() - before).toBe(2);
  } finally {
    await desk.close();
    await drop();
  }
});
