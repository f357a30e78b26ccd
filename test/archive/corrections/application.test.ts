import fc from "fast-check";
import { expect, it } from "vitest";
import { applyCorrections, newApplication } from "../../../src/archive/corrections/apply.ts";
import { type LoggedAt, newFollowed } from "../../../src/archive/corrections/followed.ts";
import { arbitraryLog, head, READING, target, undo } from "./samples.ts";

it("gives the same piece by piece as in one go, and leaves the reading as it was", () => {
  const before = JSON.stringify(READING);
  fc.assert(
    fc.property(arbitraryLog(READING), fc.array(fc.nat(4), { maxLength: 12 }), (log, sizes) => {
      const application = newApplication(READING);
      let at = 0;
      for (const size of sizes) {
        application.take(log.slice(at, at + size));
        at += size;
        // What was looked at in between changes nothing.
        application.corrected();
      }
      application.take(log.slice(at));
      // An event that comes again is the same event.
      application.take(log.slice(0, 3));
      const whole = applyCorrections(READING, log);
      expect(application.corrected()).toEqual(whole);
      expect(application.outcome()).toEqual({ reading: whole.reading, rejected: whole.rejected.length });
    }),
    { numRuns: 100 },
  );
  expect(JSON.stringify(READING)).toBe(before);
});

it("takes up what others appended, begins again for another reading, and goes back when it must forget", () => {
  const reject = { ...head(), type: "reject" as const, target: target("a1") };
  const back = undo(reject);
  const log: LoggedAt[] = [{ seq: 1, event: reject }];
  let asked: number[] = [];
  const since = (seq: number): LoggedAt[] => {
    asked.push(seq);
    return log.filter((one) => one.seq > seq);
  };
  const followed = newFollowed();
  const rejected = (key: string): number => followed.of("skarn", key, () => READING, since).outcome().rejected;
  expect(rejected("1")).toBe(1);
  log.push({ seq: 7, event: back });
  expect([rejected("1"), rejected("1"), asked]).toEqual([0, 0, [0, 1, 7]]);
  asked = [];
  expect([rejected("2"), asked]).toEqual([0, [0]]);
  log.pop();
  followed.forget();
  expect(rejected("2")).toBe(1);
});
