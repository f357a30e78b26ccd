import { describe, expect, it } from "vitest";
import type { StatementView, TellingView } from "../../src/views/trace.ts";
import { timelineOf } from "../../src/web/trace/timeline.ts";

const telling = (doc: string, published: string | null, more: Partial<TellingView> = {}): TellingView => ({
  doc,
  span: [0, 1],
  speaker: "Ada Quill",
  change: "exact",
  changes: [],
  relay: null,
  credited: false,
  outlet: doc,
  title: null,
  published,
  url: null,
  content: "x",
  diff: [],
  ...more,
});
const view = (...tellings: TellingView[]): StatementView => ({
  id: "s1",
  kind: "quotation",
  speaker: "Ada Quill",
  first: "a",
  independent: 1,
  content: "x",
  tellings,
});

describe("the time line of a trace", () => {
  it("goes from left to right, a lane an outlet", () => {
    const { lanes, marks } = timelineOf(
      view(telling("a", "2025-03-01"), telling("b", "2025-03-02"), telling("c", "2025-03-05")),
      "?",
    );
    expect(lanes.map(({ outlet }) => outlet)).toEqual(["a", "b", "c"]);
    const xs = marks.map(({ x }) => x);
    expect(xs).toEqual([...xs].sort((p, q) => p - q));
    expect((marks[1]?.x ?? 0) - (marks[0]?.x ?? 0)).toBeLessThan((marks[2]?.x ?? 0) - (marks[1]?.x ?? 0));
  });

  it("tells first-hand, relayed and changed by shape, credited and likely by line", () => {
    const { marks, lines } = timelineOf(
      view(
        telling("a", "2025-03-01"),
        telling("b", "2025-03-02", { relay: "a", credited: true }),
        telling("c", "2025-03-03", { relay: "b", change: "changed" }),
        telling("d", "2025-03-04", { relay: "An Agency", credited: true }),
      ),
      "?",
    );
    expect(marks.map(({ shape }) => shape)).toEqual(["first", "relayed", "changed", "relayed"]);
    expect(lines.map(({ from, to, credited }) => [from.telling.doc, to.telling.doc, credited])).toEqual([
      ["a", "b", true],
      ["b", "c", false],
    ]);
  });

  it("keeps marks of one lane apart, and bears articles without date and outlet", () => {
    const { lanes, marks } = timelineOf(
      view(telling("a", "2025-03-01"), telling("a", "2025-03-01"), telling("x", null, { outlet: null })),
      "?",
    );
    expect(lanes.map(({ outlet }) => outlet)).toEqual(["a", "?"]);
    expect((marks[1]?.x ?? 0) - (marks[0]?.x ?? 0)).toBeGreaterThan(16);
    for (const { x, y } of marks) expect(Number.isFinite(x) && Number.isFinite(y)).toBe(true);
  });
});
