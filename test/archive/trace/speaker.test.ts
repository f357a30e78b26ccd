import { describe, expect, it } from "vitest";
import { type Identity, identity, kinship } from "../../../src/archive/trace/speaker.ts";
import { stem } from "../../../src/archive/trace/stem.ts";

const who = (name: string, role = ""): Identity =>
  identity(
    name,
    /^\p{Lu}/u.test(name) ? "named" : "role",
    new Set(role.toLowerCase().split(" ").filter(Boolean).map(stem)),
  );

describe("one speaker or two", () => {
  it.each([
    ["Maren Tollick", "managing director", "Tollick", "", "same"],
    ["Edvin Marlo", "harbour master", "Edvin Marlo", "professor marine chemistry", "namesake"],
    ["Edvin Marlo", "harbour master", "Edvin Marlo", "", "same"],
    ["Brennock Terminals", "", "Brennock", "", "same"],
    ["Petra Lindqvar", "head National Coast Inspectorate", "National Coast Inspectorate", "", "voice"],
    ["spokesman for Kestrel Pipeworks", "", "Kestrel Pipeworks", "", "voice"],
    ["two people familiar with the inspection", "", "two people familiar with the inspection", "", "same"],
    ["dockers", "", "fishermen", "", "different"],
    ["Anna Kovacs", "", "Maria Kovacs", "", "different"],
    ["A. Kovacs", "", "Anna Kovacs", "", "same"],
    ["environment minister", "", "Sunniva Brackett", "environment minister", "same"],
    ["José Müller", "", "Jose Muller", "", "same"],
  ])("%s (%s) and %s (%s): %s", (a, roleA, b, roleB, expected) => {
    expect(kinship(who(a, roleA), who(b, roleB))).toBe(expected);
    expect(kinship(who(b, roleB), who(a, roleA))).toBe(expected);
  });
});
