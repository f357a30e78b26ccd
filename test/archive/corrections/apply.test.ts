import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyCorrections, type Corrected, targetFor } from "../../../src/archive/corrections/apply.ts";
import { type CorrectionEvent, EventSchema, type Target } from "../../../src/archive/corrections/events.ts";
import { replay } from "../../../src/archive/corrections/exchange.ts";
import { placeAt, targetOf } from "../../../src/archive/corrections/target.ts";
import type { Attribution, Reading } from "../../../src/document.ts";
import { ReadingSchema } from "../../../src/exports/schema.ts";
import { spanOf, wordsOfSpans } from "../../helpers.ts";
import { arbitraryReading } from "../../exports/readings.ts";
import { arbitraryLog, head, READING, TEXT, target, undo, withText } from "./samples.ts";

const accept = (id: string, author = "una"): CorrectionEvent => ({
  ...head(author),
  type: "accept",
  target: target(id),
});
const reject = (id: string): CorrectionEvent => ({ ...head(), type: "reject", target: target(id) });
const edit = (id: string, set: Extract<CorrectionEvent, { type: "edit" }>["set"], author = "una"): CorrectionEvent => ({
  ...head(author),
  type: "edit",
  target: target(id),
  set,
});
const at = (words: string, nth = 1) => placeAt(TEXT, spanOf(TEXT, words, nth));
const added = (words: string): CorrectionEvent => {
  const { id: _, ...rest } = target("a5");
  return { ...head("jo"), type: "add", added: { ...rest, cue: [], source: [], content: [at(words)] } };
};
const get = ({ reading, rejected }: Pick<Corrected, "reading" | "rejected">, id: string): Attribution =>
  [...reading.attributions, ...rejected].find((a) => a.id === id) as Attribution;
const reviews = (c: Corrected): Record<string, string | undefined> =>
  Object.fromEntries([...c.reading.attributions, ...c.rejected].map((a) => [a.id, a.review]));

/** What a human decides about; ids, reasons and the machine's confidence are not among it. */
const decided = ({ id, within, confidence, why, furniture, review, reviewedBy, ...own }: Attribution): object => own;

describe("corrections on the reading they were made on", () => {
  it("leave everything else as the machine has it", () => {
    const { reading, rejected, lost, placed } = applyCorrections(READING, []);
    expect({ rejected, lost, placed }).toEqual({ rejected: [], lost: [], placed: [] });
    expect(reading).toEqual({
      ...READING,
      attributions: READING.attributions.map((a) => ({ ...a, review: "suggested" })),
    });
  });

  it("say who accepted, rejected, edited, added", () => {
    const add = added("Skarn bridge to close");
    const c = applyCorrections(READING, [
      accept("a1", "jo"),
      reject("a2"),
      edit("a5", { act: "belief", source: [at("Hanne Moll")], when: { place: at("spring"), value: "2024-03" } }),
      { ...head(), type: "reassign-speaker", target: target("a4"), speaker: { entity: "Hanna Moll", role: null } },
      add,
    ]);
    expect(reviews(c)).toEqual({
      [`h-${add.id}`]: "added",
      a1: "accepted",
      a2: "rejected",
      a3: "suggested",
      a4: "edited",
      a5: "edited",
    });
    expect(get(c, "a1")).toEqual({ ...READING.attributions[0], review: "accepted", reviewedBy: "jo" });
    expect(get(c, "a5")).toMatchObject({
      act: "belief",
      framing: "hearsay",
      when: { value: "2024-03" },
      reviewedBy: "una",
    });
    expect(get(c, "a5").why.act).toMatchObject({ by: "correction", reason: "set by una" });
    expect(wordsOfSpans(TEXT, get(c, "a5").source)).toEqual(["Hanne Moll"]);
    expect(get(c, "a4")).toMatchObject({ entity: "Hanna Moll", role: null, kind: "person", within: "a3" });
    expect(c.reading.attributions[0]?.id).toBe(`h-${add.id}`);
    expect(c.placed.map((p) => p.state)).toEqual(["same", "same", "same", "same", "same"]);
    expect(ReadingSchema.parse(c.reading)).toEqual(c.reading);
  });

  it("let the last decision count", () => {
    expect(reviews(applyCorrections(READING, [reject("a1"), accept("a1")])).a1).toBe("accepted");
    expect(reviews(applyCorrections(READING, [edit("a1", { act: "denial" }), accept("a1", "jo")])).a1).toBe("edited");
    const twice = applyCorrections(READING, [edit("a1", { act: "denial" }), edit("a1", { act: "belief" }, "jo")]);
    expect(get(twice, "a1")).toMatchObject({ act: "belief", reviewedBy: "jo" });
  });

  it("lift what stands in a rejected statement into the one around it", () => {
    expect(get(applyCorrections(READING, [reject("a3")]), "a4")).toMatchObject({ within: null, review: "suggested" });
    const nested = applyCorrections(READING, [edit("a5", { within: target("a4") }), reject("a4")]);
    expect(get(nested, "a5").within).toBe("a3");
    const circle = applyCorrections(READING, [edit("a3", { within: target("a4") })]);
    expect([get(circle, "a3").within, get(circle, "a4").within]).toEqual(["a4", null]);
    const both = applyCorrections(READING, [
      edit("a3", { within: target("a4") }),
      edit("a4", { within: target("a3") }),
    ]);
    expect([get(both, "a3").within, get(both, "a4").within]).toEqual([null, "a3"]);
  });

  it("mark statements that stand in marked furniture, and unmark them", () => {
    const mark: CorrectionEvent = {
      ...head(),
      type: "mark-furniture",
      place: at("It is reportedly the third closure since spring."),
      kind: "promo",
    };
    const c = applyCorrections(READING, [mark]);
    expect(get(c, "a5").furniture).toBe(true);
    expect(get(c, "a4").furniture).toBeUndefined();
    const off: CorrectionEvent = { ...head(), type: "unmark-furniture", place: mark.place };
    expect(get(applyCorrections(c.reading, [off]), "a5").furniture).toBeUndefined();
  });

  it("on an addition go where it is, and are lost without it", () => {
    const add = added("Skarn bridge to close");
    const first = applyCorrections(READING, [add]);
    const own = targetFor(first, `h-${add.id}`) as Target;
    const change: CorrectionEvent = { ...head(), type: "edit", target: own, set: { form: "direct" } };
    expect(get(applyCorrections(READING, [add, change]), `h-${add.id}`)).toMatchObject({
      review: "added",
      form: "direct",
    });
    const { lost } = applyCorrections(READING, [add, change, undo(add)]);
    expect(lost).toEqual([{ event: change, reason: "it speaks of an addition that is not there" }]);
  });

  it("name as target what was there before any human, so that an undone one leaves no trace", () => {
    const one = edit("a1", { act: "denial" });
    const before = applyCorrections(READING, [one]);
    expect(targetFor(before, "a1")).toEqual(target("a1"));
    expect(targetFor(before, "a2")).toEqual(target("a2"));
    expect(targetFor(before, "nobody")).toBeNull();
  });
});

describe("corrections on a newer reading", () => {
  /** The text with a paragraph put before it, read by a model that numbers, cuts and labels otherwise. */
  const NEW = `Correction 😀: an earlier version was wrong.\n\n${TEXT}`;
  const by = NEW.length - TEXT.length;
  const moved = (a: Attribution): Attribution =>
    JSON.parse(JSON.stringify(a), (_, v) =>
      Array.isArray(v) && typeof v[0] === "number" ? [v[0] + by, v[1] + by] : v,
    );
  const again: Reading = {
    ...READING,
    text: NEW,
    attributions: READING.attributions.map((a, i) => ({
      ...moved(a),
      id: `b${i}`,
      within: null,
      act: "claim",
      entity: "?",
    })),
  };

  it("stand as they were made, whatever the machine says now", () => {
    const log = [accept("a4"), edit("a1", { act: "intention" }), reject("a2")];
    const c = applyCorrections(again, log);
    expect(c.lost).toEqual([]);
    expect(c.placed.map((p) => [p.attribution, p.state])).toEqual([
      ["b3", "moved"],
      ["b0", "moved"],
      ["b1", "moved"],
    ]);
    expect(get(c, "b3")).toMatchObject({ act: "denial", entity: "Hanne Moll", review: "accepted" });
    expect(get(c, "b3").why.act).toMatchObject({ by: "correction", reason: "kept as una reviewed it" });
    expect(get(c, "b0")).toMatchObject({ act: "intention", entity: "Ada Reinhold", when: { value: "2024-03-11" } });
    expect(c.rejected.map((a) => a.id)).toEqual(["b1"]);
    expect(get(c, "b2")).toMatchObject({ entity: "?", review: "suggested" });
  });

  it("bring back what the machine no longer finds", () => {
    const log = [accept("a4"), edit("a5", { act: "belief" }), reject("a2")];
    const c = applyCorrections(withText(READING, NEW), log);
    expect(c.reading.attributions.map((a) => [a.id, a.review, a.act])).toEqual([
      [`h-${log[0]?.id}`, "accepted", "denial"],
      [`h-${log[1]?.id}`, "edited", "belief"],
    ]);
    expect(c.rejected.map((a) => a.review)).toEqual(["rejected"]);
    expect(c.lost).toEqual([]);
  });

  it("keep the human's where the machine now finds the same by itself", () => {
    const { id: _, ...rest } = target("a4");
    const add: CorrectionEvent = {
      ...head("jo"),
      type: "add",
      added: { ...rest, labels: { ...rest.labels, act: "question" } },
    };
    const inner = { ...moved(READING.attributions[4] as Attribution), id: "b9", within: "b3" };
    const c = applyCorrections({ ...again, attributions: [again.attributions[3] as Attribution, inner] }, [add]);
    expect(c.reading.attributions.map((a) => [a.id, a.act, a.review, a.within])).toEqual([
      [`h-${add.id}`, "question", "added", null],
      ["b9", "claim", "suggested", `h-${add.id}`],
    ]);
  });

  it("are lost, with the reason, where their words are gone, and change nothing then", () => {
    const text = TEXT.replace(/denied the plan.*secret/, "kept silent");
    const reading = { ...READING, text, attributions: READING.attributions.filter((a) => a.id < "a3") };
    const log = [accept("a4"), edit("a1", { source: [at("denied the plan")] })];
    const c = applyCorrections(reading, log);
    expect(c.lost.map((l) => l.event)).toEqual(log);
    expect(c.lost[0]?.reason).toMatch(/^“the plan had been kept secret” does not stand in the article/);
    expect(c.lost[1]?.reason).toMatch(/^its new source: /);
    expect(reviews(c)).toEqual({ a1: "suggested", a2: "suggested" });
  });

  it("are shown as changed where the words changed a little", () => {
    const text = TEXT.replace("had been kept secret", "has been kept a secret");
    const c = applyCorrections(withText(READING, text), [accept("a4")]);
    expect(c.placed[0]?.state).toBe("changed");
    expect(wordsOfSpans(text, c.reading.attributions[0]?.content ?? [])).toEqual(["the plan has been kept a secret"]);
  });
});

describe("laws of corrections", () => {
  const sample = arbitraryReading("x").filter((r) => r.attributions.length > 0);
  const logged = fc.oneof(fc.constant(READING), sample).chain((r) => fc.tuple(fc.constant(r), arbitraryLog(r)));

  it("undo ∘ do is the identity, and redo ∘ undo too", () => {
    fc.assert(
      fc.property(logged, fc.nat(100), ([reading, log], pick) => {
        const last = log.length > 0 ? [log[pick % log.length] as CorrectionEvent] : [];
        for (const e of last) {
          const event = { ...e, id: "do" };
          const back = undo(event);
          expect(applyCorrections(reading, [...log, event, back])).toEqual(applyCorrections(reading, log));
          expect(applyCorrections(reading, [...log, event, back, undo(back)])).toEqual(
            applyCorrections(reading, [...log, event]),
          );
        }
      }),
    );
  });

  it("a log applied twice, or replayed onto itself, is applied once", () => {
    fc.assert(
      fc.property(logged, ([reading, log]) => {
        const once = applyCorrections(reading, log);
        expect(applyCorrections(reading, [...log, ...log])).toEqual(once);
        expect(applyCorrections(reading, [...log, ...replay(log, log).append])).toEqual(once);
      }),
    );
  });

  it("the order of the log counts, not its times; events on other articles do not count", () => {
    fc.assert(
      fc.property(logged, ([reading, log]) => {
        const shuffled = log.map((e, i) => ({ ...e, time: `2024-01-01T00:00:${59 - i}Z` }));
        const others = log.map((e) => ({ ...e, id: `o-${e.id}`, doc: "another" }));
        const { reading: one } = applyCorrections(reading, log);
        expect(applyCorrections(reading, [...others, ...shuffled, ...others]).reading).toEqual(one);
      }),
    );
  });

  it("neither the reading nor the log is changed; every event is placed, lost or undone", () => {
    fc.assert(
      fc.property(logged, ([reading, log]) => {
        const before = JSON.stringify([reading, log]);
        const { reading: out, placed, lost, rejected } = applyCorrections(reading, log);
        expect(JSON.stringify([reading, log])).toBe(before);
        expect(new Set([...placed, ...lost].map((p) => p.event.id)).size).toBe(placed.length + lost.length);
        for (const a of [...out.attributions, ...rejected]) expect(a.review).toBeDefined();
        const ids = [...out.attributions, ...rejected].map((a) => a.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const a of out.attributions)
          if (a.within) expect(out.attributions.some((b) => b.id === a.within)).toBe(true);
      }),
    );
  });

  it("what a human reviewed does not depend on what the machine says of it", () => {
    fc.assert(
      fc.property(arbitraryLog(READING), fc.constantFrom("claim", "denial"), fc.boolean(), (log, act, negated) => {
        const newer: Reading = {
          ...READING,
          attributions: READING.attributions.map((a) => ({
            ...a,
            act,
            negated,
            entity: null,
            why: {},
            confidence: 0.1,
          })),
        };
        const human = (r: Reading): object[] =>
          applyCorrections(r, log)
            .reading.attributions.filter((a) => a.review !== "suggested")
            .map(decided);
        expect(human(newer)).toEqual(human(READING));
        expect(human({ ...READING, attributions: [] })).toEqual(human(READING));
      }),
    );
  });

  it("corrections follow a text that grew before and after, emoji and right-to-left words or not", () => {
    const piece = fc.constantFrom("😀", "👩‍👩‍👧", "שלום ", "مرحبا", "\u202e", "\n\n", "Nobody said so. ", "e\u0301");
    const put = fc.array(piece, { maxLength: 20 }).map((list) => list.join(""));
    fc.assert(
      fc.property(arbitraryLog(READING), put, put, (log, before, after) => {
        const text = before + TEXT + after;
        const words = (r: Reading): string[][] =>
          applyCorrections(r, log)
            .reading.attributions.filter((a) => a.review !== "suggested")
            .map((a) => wordsOfSpans(r.text, [...a.source, ...a.cue, ...a.content]));
        expect(words(withText(READING, text))).toEqual(words(withText(READING, TEXT)));
      }),
    );
  });

  it("targets of any attribution are found where it stands", () => {
    fc.assert(
      fc.property(sample, (reading) => {
        for (const a of reading.attributions) {
          const event: CorrectionEvent = { ...head("una", "x"), type: "accept", target: targetOf(reading.text, a) };
          expect(applyCorrections(reading, [event]).placed[0]?.state).toBe("same");
        }
      }),
    );
  });

  it("no event that a log may hold breaks anything, however absurd its places", () => {
    const words = fc.oneof(
      fc.string({ minLength: 1, maxLength: 40 }),
      fc.string({ unit: "binary", minLength: 1 }),
      fc.constantFrom("e", "said", "😀", "\ud83d"),
    );
    const start = fc.oneof(fc.nat(400), fc.constant(Number.MAX_SAFE_INTEGER));
    const context = fc.oneof(fc.constant(""), fc.string({ maxLength: 32 }));
    const place = fc.record({ exact: words, prefix: context, suffix: context, start });
    const places = fc.array(place, { maxLength: 3 });
    const absurd = fc.record({ source: places, cue: places, content: fc.array(place, { minLength: 1, maxLength: 3 }) });
    const id = fc.constantFrom("a1", "h-", "h-x1", "__proto__", "constructor");
    const log = fc.array(fc.tuple(absurd, id, fc.constantFrom("accept", "edit", "add", "mark-furniture"), place), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.oneof(fc.constant(READING), sample), log, (reading, list) => {
        const events = list.map(([parts, id, type, place], i) => {
          const { labels } = target("a1");
          const rest = {
            accept: { target: { id, ...parts, labels } },
            edit: { target: { id, ...parts, labels }, set: { cue: [place], within: { id, ...parts } } },
            add: { added: { ...parts, labels: { ...labels, channel: [place] } } },
            "mark-furniture": { place, kind: "label" },
          }[type];
          return EventSchema.parse({ ...head("una", reading.doc, `x${i}`), type, ...rest });
        });
        const { reading: out, placed, lost } = applyCorrections(reading, events);
        expect(placed.length + lost.length).toBe(events.length);
        for (const a of out.attributions)
          for (const [s, e] of [...a.source, ...a.cue, ...a.content, ...a.channel])
            expect(0 <= s && s <= e && e <= out.text.length).toBe(true);
      }),
    );
  });
});
