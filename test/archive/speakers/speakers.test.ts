import { describe, expect, it } from "vitest";
import { joinOf, splitOf, undoOfSpeakers, wikidataOf, aliasOf } from "../../../src/archive/speakers/decide.ts";
import type { SpeakerEvent } from "../../../src/archive/speakers/events.ts";
import { lettersOf, nameKey } from "../../../src/archive/speakers/name-key.ts";
import { officeFit } from "../../../src/archive/speakers/offices.ts";
import type { ProfileCount, Speaker } from "../../../src/archive/speakers/profile.ts";
import { speakersOf } from "../../../src/archive/speakers/speakers.ts";

const profile = (name: string, role: string | null, statements = 1, kind = "person"): ProfileCount => ({
  name,
  role,
  kind,
  statements,
  reviewed: 0,
  first: null,
  last: null,
});
let count = 0;
const by = (author = "una") => ({ id: `e${++count}`, author, time: "2025-04-01T10:00:00Z" });
const one = (speakers: Speaker[], name: string): Speaker => {
  const found = speakers.filter((s) => s.name === name);
  expect(found).toHaveLength(1);
  return found[0] as Speaker;
};

describe("names", () => {
  it.each([
    ["Maren Tollick", "Dr. Maren J. Tollick"],
    ["José Müller", "Jose Muller"],
    ["Kestrel Marine Ltd", "Kestrel Marine"],
    ["The Harbour Pilots' Union", "Harbour Pilots Union"],
  ])("%s and %s are one name", (a, b) => expect(nameKey(a)).toBe(nameKey(b)));
  it.each([
    ["Maren Tollick", "Tollick"],
    ["Maren Tollick", "Maren Tolliver"],
    ["J. Tollick", "M. Tollick"],
    ["Tollick", "Dr"],
  ])("%s and %s are not", (a, b) => expect(nameKey(a)).not.toBe(nameKey(b)));
  it("gives letters to houses of three words and more", () => {
    expect(lettersOf(nameKey("Union of Harbour Pilots"))).toBe("uhp");
    expect(lettersOf(nameKey("Maren Tollick"))).toBeNull();
  });
});

describe("offices", () => {
  it.each([
    ["foreign minister", "former minister", "same"],
    ["mayor of Skarnholt", "Skarnholt’s mayor", "same"],
    ["mayor of Skarnholt", "senator", "unclear"],
    ["goalkeeper", "finance minister", "apart"],
    ["Skarnholt goalkeeper", "mayor of Skarnholt", "apart"],
    ["former goalkeeper and minister", "sports minister", "same"],
    ["ferry captain", "lighthouse keeper", "unclear"],
    ["general", "defence minister", "unclear"],
    [null, "goalkeeper", "unclear"],
  ])("%s and %s: %s", (a, b, fit) => {
    expect(officeFit(a, b).fit).toBe(fit);
    expect(officeFit(b, a).fit).toBe(fit);
    expect(officeFit(a, b).reason).not.toBe("");
  });
});

describe("speakers", () => {
  const vik = [
    profile("Jonas Vik", "goalkeeper", 5),
    profile("Jonas Vik", "finance minister", 9),
    profile("Jonas Vik", "former minister", 2),
  ];

  it("joins one name with offices that go together, and keeps namesakes apart, saying why", () => {
    const speakers = speakersOf(vik, []);
    expect(speakers.map((s) => [s.name, s.role, s.statements, s.confirmed, s.suggested])).toEqual([
      ["Jonas Vik", "finance minister", 11, 0, 11],
      ["Jonas Vik", "goalkeeper", 5, 0, 5],
    ]);
    expect(speakers[0]?.namesakes).toEqual([
      { name: "Jonas Vik", role: "goalkeeper", reason: expect.stringContaining("hardly one person") },
    ]);
    expect(speakers[0]?.profiles[1]).toMatchObject({
      standing: "suggested",
      reason: expect.stringContaining("former minister"),
    });
  });

  it("is the same whatever the order of what it is given", () => {
    const names = [...vik, profile("Jonas Vik", null, 3), profile("Jonas Vik", "striker", 1)];
    expect(speakersOf([...names].reverse(), [])).toEqual(speakersOf(names, []));
  });

  it("leaves a name without office alone where several have it, and joins it where one has", () => {
    expect(speakersOf([...vik, profile("Jonas Vik", null, 3)], []).map((s) => [s.role, s.statements])).toEqual([
      ["finance minister", 11],
      ["goalkeeper", 5],
      [null, 3],
    ]);
    const alone = speakersOf([profile("Ana Holt", "mayor"), profile("Ana Holt", null)], []);
    expect(alone).toHaveLength(1);
    expect(alone[0]?.profiles.map((p) => p.reason)).toContain("the same name; an article tells no office");
  });

  it("does not take a surname for somebody, nor a person for a house", () => {
    expect(speakersOf([profile("Maren Tollick", "mayor", 2), profile("Tollick", null)], [])).toHaveLength(2);
    expect(speakersOf([profile("Kestrel", null, 2), profile("Kestrel", null, 1, "organisation")], [])).toHaveLength(2);
  });

  it("joins the letters and first words of a house that only one house can have", () => {
    const union = [profile("Harbour Pilots’ Union", null, 4, "organisation"), profile("HPU", null, 2, "organisation")];
    const joined = one(speakersOf(union, []), "Harbour Pilots’ Union");
    expect([joined.statements, joined.aliases]).toEqual([6, ["HPU"]]);
    expect(joined.profiles[1]?.reason).toContain("short for");
    const two = [...union, profile("Highland Potters United", null, 1, "organisation")];
    expect(speakersOf(two, [])).toHaveLength(3);
  });

  it("keeps what a human decided apart from what is suggested, in every count", () => {
    const [minister, goalkeeper] = speakersOf(vik, []) as [Speaker, Speaker];
    const log: SpeakerEvent[] = [joinOf([minister, goalkeeper], by())];
    const joined = one(speakersOf(vik, log), "Jonas Vik");
    expect([joined.statements, joined.confirmed, joined.suggested]).toEqual([16, 16, 0]);
    const later = [...vik, profile("Jonas Vik", "trade minister", 4)];
    const then = one(speakersOf(later, log), "Jonas Vik");
    expect([then.statements, then.confirmed, then.suggested]).toEqual([20, 16, 4]);
    log.push(undoOfSpeakers(log, by()) as SpeakerEvent);
    expect(speakersOf(vik, log)).toEqual(speakersOf(vik, []));
    log.push(undoOfSpeakers(log, by(), "redo") as SpeakerEvent);
    expect(one(speakersOf(vik, log), "Jonas Vik").confirmed).toBe(16);
    expect(undoOfSpeakers(log, by("nobody"))).toBeNull();
  });

  it("sets apart what was suggested to be one, and does not suggest it again", () => {
    const names = [profile("Ana Holt", "mayor of Skarnholt", 3), profile("Ana Holt", "Skarnholt councillor", 2)];
    expect(speakersOf(names, [])).toHaveLength(1);
    const log = [splitOf(speakersOf(names, [])[0] as Speaker, [names[1] as ProfileCount], by())];
    const speakers = speakersOf(names, log);
    expect(speakers.map((s) => [s.role, s.confirmed, s.suggested])).toEqual([
      ["mayor of Skarnholt", 0, 3],
      ["Skarnholt councillor", 2, 0],
    ]);
    expect(speakers[0]?.namesakes[0]?.reason).toBe("set apart by una");
  });

  it("gives other names and a Wikidata id, which confirm no statement", () => {
    const names = [profile("Maren Tollick", "mayor", 3), profile("Maren Tollick-Aas", null, 2)];
    const tollick = one(speakersOf(names, []), "Maren Tollick");
    const log = [aliasOf(tollick, "Maren Tollick-Aas", false, by()), wikidataOf(tollick, "Q77", by())];
    const known = one(speakersOf(names, log), "Maren Tollick");
    expect([known.wikidata, known.aliases, known.statements, known.confirmed]).toEqual([
      "Q77",
      ["Maren Tollick-Aas"],
      5,
      0,
    ]);
    log.push(aliasOf(known, "Maren Tollick-Aas", true, by()));
    expect(speakersOf(names, log)).toHaveLength(2);
    expect(() => wikidataOf(tollick, "77", by())).toThrow();
  });
});
