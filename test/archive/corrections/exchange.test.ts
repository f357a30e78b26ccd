import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CorrectionEvent } from "../../../src/archive/corrections/events.ts";
import { fromLog, readLogLine, replay, toLog } from "../../../src/archive/corrections/exchange.ts";
import { UnreadableError } from "../../../src/error.ts";
import { arbitraryReading } from "../../exports/readings.ts";
import { arbitraryLog, head, READING, target, undo } from "./samples.ts";

const accept = (): CorrectionEvent => ({
  ...head(),
  type: "accept",
  target: target("a2"),
  note: "rang him\u2028twice",
});
const arbitrary = arbitraryReading("x")
  .filter((r) => r.attributions.length > 0)
  .chain((r) => arbitraryLog(r));

describe("a log as JSON Lines", () => {
  it("comes back as it was", () => {
    const sample = [accept(), accept()];
    expect(fromLog(toLog(sample))).toEqual({ events: sample, bad: [] });
    fc.assert(
      fc.property(arbitrary, (log) => {
        expect(fromLog(toLog(log))).toEqual({ events: log, bad: [] });
        expect(fromLog(toLog(log).replaceAll("\n", "\r\n\r\n")).events).toEqual(log);
      }),
    );
  });

  it("names a bad line with one line, and reads the others", () => {
    const good = accept();
    const wrong = [
      "{",
      "[]",
      "null",
      JSON.stringify({ ...good, type: "shout" }),
      JSON.stringify({ ...good, time: "yesterday" }),
      JSON.stringify({ ...good, extra: 1 }),
      JSON.stringify({ ...head(), type: "edit", target: target("a1"), set: {} }),
      JSON.stringify({ ...head(), type: "edit", target: target("a1"), set: { act: "shouting" } }),
      JSON.stringify({ ...good, target: { ...target("a1"), content: [] } }),
      `{"__proto__":{"v":1},"v":1}`,
      `${"[".repeat(100_000)}${"]".repeat(100_000)}`,
    ];
    const { events, bad } = fromLog([toLog([good]).trim(), ...wrong, toLog([good]).trim(), ""].join("\n"));
    expect(events).toEqual([good, good]);
    expect(bad.map((b) => b.line)).toEqual(wrong.map((_, i) => i + 2));
    for (const { line, message } of bad) expect(message).toMatch(new RegExp(`^Line ${line} is no [^\\n]{10,600}$`));
    expect(bad[3]?.message).toContain("type");
    expect(bad[4]?.message).toContain("time");
    expect(bad[7]?.message).toContain("set.act");
    expect(() => readLogLine(`"${"x".repeat(5_000_000)}"`, 7)).toThrow(/^Line 7 is longer than/);
  });

  it("never breaks on hostile lines", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.json(),
      fc.anything().map((value) => JSON.stringify({ ...accept(), target: value }) ?? ""),
      fc.object().map((value) => JSON.stringify({ ...accept(), ...value })),
      fc.tuple(fc.nat(200), fc.string()).map(([at, s]) => JSON.stringify(accept()).slice(0, at) + s),
    );
    fc.assert(
      fc.property(fc.array(hostile, { maxLength: 5 }), (lines) => {
        const { bad } = fromLog(lines.join("\n"));
        for (const { message } of bad) expect(message).toMatch(/^Line \d+ is [\P{C}]+$/u);
      }),
    );
    expect(() => readLogLine("x", 1)).toThrow(UnreadableError);
  });
});

describe("replay", () => {
  it("applies the same id once, however often it is replayed", () => {
    fc.assert(
      fc.property(arbitraryLog(READING, "own"), arbitraryLog(READING, "theirs"), (own, theirs) => {
        const { append } = replay(own, [...theirs, ...theirs]);
        expect(append).toEqual(theirs);
        const again = replay([...own, ...append], [...theirs, ...own]);
        expect(again.append).toEqual([]);
        expect(again.refused).toEqual([]);
        expect(again.known).toHaveLength(own.length + theirs.length);
      }),
    );
  });

  it("onto an archive that names the article otherwise takes undos along", () => {
    const [one, lost] = [accept(), { ...accept(), doc: "unknown" }];
    const back = undo(one);
    const docOf = (event: CorrectionEvent): string | null => (event.doc === "skarn" ? "bridge-7" : null);
    const { append, refused } = replay([], [one, back, lost, undo(lost)], docOf);
    expect(append).toEqual([
      { ...one, doc: "bridge-7" },
      { ...back, doc: "bridge-7" },
    ]);
    expect(refused.map((r) => r.reason)).toEqual(["its article is not here", "what it undoes is not in this archive"]);
    expect(replay(append, [one, back], docOf)).toEqual({ append: [], known: [one.id, back.id], refused: [] });
  });

  it("keeps an undo for later when what it undoes was not in the export", () => {
    const one = accept();
    const back = undo(one);
    const first = replay([], [back]);
    expect(first.append).toEqual([]);
    expect(replay(first.append, [one, back]).append).toEqual([one, back]);
  });

  it("refuses another correction under an id that is taken", () => {
    const one = accept();
    const { append, refused } = replay([one], [{ ...one, author: "mallory" }]);
    expect(append).toEqual([]);
    expect(refused[0]?.reason).toMatch(/same id/);
  });
});
