import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CorrectionEvent } from "../../../src/archive/corrections/events.ts";
import { nextRedo, nextUndo, once, standing } from "../../../src/archive/corrections/undo.ts";
import { arbitraryLog, head, READING, target, undo } from "./samples.ts";

const accept = (author = "una"): CorrectionEvent => ({ ...head(author), type: "accept", target: target("a1") });
const holding = (log: CorrectionEvent[]): string[] => standing(log).events.map((e) => e.id);
const undoId = (log: CorrectionEvent[], id: string | null): CorrectionEvent => {
  const event = log.find((e) => e.id === id);
  if (!event) throw new Error("nothing to undo");
  return undo(event);
};

describe("undo", () => {
  it("takes a correction back, an undo of it brings it again, and so on without end", () => {
    const log = [accept()];
    for (let i = 0; i < 50; i++) {
      log.push(undo(log.at(-1) as CorrectionEvent));
      expect(holding(log).length).toBe(i % 2);
    }
  });

  it("goes back through everything and forward again, as Ctrl-Z and Ctrl-Y do", () => {
    const log = [accept(), accept(), accept()];
    const ids = log.map((e) => e.id);
    for (let round = 0; round < 3; round++) {
      for (let left = 2; left >= 0; left--) {
        log.push(undoId(log, nextUndo(log)));
        expect(holding(log)).toEqual(ids.slice(0, left));
      }
      expect(nextUndo(log)).toBeNull();
      for (let back = 1; back <= 3; back++) {
        log.push(undoId(log, nextRedo(log)));
        expect(holding(log)).toEqual(ids.slice(0, back));
      }
      expect(nextRedo(log)).toBeNull();
    }
  });

  it("offers to each author their own corrections", () => {
    const log = [accept("una"), accept("jo")];
    expect(nextUndo(log, { author: "una" })).toBe(log[0]?.id);
    expect(nextUndo(log, { author: "jo" })).toBe(log[1]?.id);
    expect(nextUndo(log, { author: "max" })).toBeNull();
    expect(nextUndo(log, { doc: "elsewhere" })).toBeNull();
  });

  it("by two people of the same correction holds until both take it back", () => {
    const log = [accept()];
    const [one, two] = [undo(log[0] as CorrectionEvent, "una"), undo(log[0] as CorrectionEvent, "jo")];
    expect(holding([...log, one, two, undo(one)])).toEqual([]);
    expect(nextRedo([...log, one, two])).toBeNull();
    expect(nextRedo([...log, one, two, undo(one)])).toBe(two.id);
    expect(holding([...log, one, two, undo(one), undo(two)])).toHaveLength(1);
  });

  it("of what the log does not hold before it is told as refused", () => {
    const later = accept();
    const early = undo(later);
    const astray: CorrectionEvent = { ...undo(later), doc: "another" };
    const { events, refused } = standing([early, later, astray]);
    expect(events).toEqual([later]);
    expect(refused.map((r) => r.event)).toEqual([early, astray]);
    expect(standing([{ ...undo(later), id: "self", event: "self" } as CorrectionEvent]).refused).toHaveLength(1);
  });

  it("∘ do is the identity, for every log", () => {
    fc.assert(
      fc.property(arbitraryLog(READING), (log) => {
        const event = accept();
        expect(standing([...log, event, undo(event)]).events).toEqual(standing(log).events);
        const back = undo(event);
        expect(holding([...log, event, back, undo(back)])).toEqual(holding([...log, event]));
      }),
    );
  });

  it("of the next in line changes what holds by exactly one", () => {
    fc.assert(
      fc.property(arbitraryLog(READING), (log) => {
        for (const [next, by] of [
          [nextUndo(log), -1],
          [nextRedo(log), 1],
        ] as const)
          if (next) expect(holding([...log, undoId(log, next)]).length).toBe(holding(log).length + by);
      }),
    );
  });

  it("does not mind events that come twice", () => {
    fc.assert(
      fc.property(arbitraryLog(READING), (log) => {
        expect(standing([...log, ...log])).toEqual(standing(log));
        expect(once([...log, ...log])).toEqual(log);
      }),
    );
  });
});
