import { describe, expect, it } from "vitest";
import { castOf } from "../../../../src/attribution/entities/cast.ts";
import { best } from "../../../../src/attribution/entities/roles/read.ts";
import { number } from "../../../../src/attribution/attribute.ts";
import { speaker } from "../../../../src/attribution/refiners/speaker.ts";
import { attributionOf, contextOf, docOf } from "../../../helpers.ts";

/** The role told beside the name in a text, before whoever owns it is resolved. */
const told = (text: string, name: string): string | null =>
  best(castOf(docOf(text)).byName(name)?.told ?? [])?.words ?? null;

describe("a role beside a name", () => {
  it.each([
    ["Justice Minister Petra Vane spoke.", "Petra Vane", "Justice Minister"],
    ["The harbour board's secretary, Petra Vane, spoke.", "Petra Vane", "harbour board's secretary"],
    ["Petra Vane, 46, a retired clockmaker, spoke.", "Petra Vane", "retired clockmaker"],
    ["Petra Vane, now cantor in Welm, spoke.", "Petra Vane", "cantor in Welm"],
    ["Petra Vane (economist, Marrow College) spoke.", "Petra Vane", "economist, Marrow College"],
    ["Moderator: Petra Vane of the Guild.", "Petra Vane", "Moderator"],
    [
      "Meteorologist Petra Vane of the Weather Institute said so.",
      "Petra Vane",
      "Meteorologist of the Weather Institute",
    ],
    ["Petra Vane of the weather service said so.", "Petra Vane", "weather service"],
    ["Petra Vane, who chairs the parents’ association, spoke.", "Petra Vane", "chair of the parents’ association"],
    ["Petra Vane, who ran the gatehouse for 22 years, spoke.", "Petra Vane", "ran the gatehouse for 22 years"],
    ["The woman, a student called Petra Vane, spoke.", "Petra Vane", "student"],
    ["It was told by the explorer Petra Vane.", "Petra Vane", "explorer"],
    ["Most sensors, acoustician Petra Vane says, hear wind.", "Petra Vane", "acoustician"],
    ["According to Det Insp Petra Vane, it was late.", "Petra Vane", "Det Insp"],
    ["The mediator, retired judge Petra Vane, spoke.", "Petra Vane", "mediator"],
    ["Petra Vane, defending, spoke.", "Petra Vane", "defence counsel"],
    [
      "From the desk of\n\nPetra Vane\nHeadteacher, Quay Street School",
      "Petra Vane",
      "Headteacher, Quay Street School",
    ],
    ["Reporters met Petra Vane, an island woman and former nurse, there.", "Petra Vane", "former nurse"],
    ["The widow of a sailor, Petra Vane, spoke. Petra Vane, the mayor of Lowen, left.", "Petra Vane", "mayor of Lowen"],
    ["The Lowen Trust, which owns the caves, spoke.", "Lowen Trust", "owner of the caves"],
    ["Foodwork Ltd, a trade union, spoke.", "Foodwork Ltd", "trade union"],
  ])("%s", (text, name, role) => {
    expect(told(`A title stands here\n\n${text}`, name)).toBe(role);
  });

  it.each([
    ["The chairman grilled Petra Vane.", "Petra Vane"],
    ["The captain describes Petra Vane.", "Petra Vane"],
    ["A lawyer for the board told Petra Vane to wait.", "Petra Vane"],
    ["Petra Vane, a day later, spoke.", "Petra Vane"],
    ["Petra Vane, a young woman, spoke.", "Petra Vane"],
    ["Petra Vane, who runs a risk, spoke.", "Petra Vane"],
    ["Petra Vane, the doctor said, was well.", "Petra Vane"],
  ])("none: %s", (text, name) => {
    expect(told(`A title stands here\n\n${text}`, name)).toBeNull();
  });
});

describe("whose role it is", () => {
  const role = (text: string, source: string): string | null => {
    const a = attributionOf(text, [], ["said"], ["it was late"]);
    const at = text.lastIndexOf(source);
    return speaker(number([{ ...a, source: [[at, at + source.length]] }]), contextOf(docOf(text)))[0]?.role ?? null;
  };
  it("names the body behind a pronoun and a common noun", () => {
    expect(
      role("Brennock Chemicals Ltd met. Its chairwoman, Rena Falk, said it was late.", "Its chairwoman, Rena Falk"),
    ).toBe("chairwoman of Brennock Chemicals Ltd");
    expect(
      role(
        "Brennock Chemicals Ltd met. The firm’s chairwoman, Rena Falk, said it was late.",
        "The firm’s chairwoman, Rena Falk",
      ),
    ).toBe("chairwoman of Brennock Chemicals Ltd");
  });
  it("names the person whose relation it is, and never the one who is named", () => {
    expect(role("Olof Brant sang. His sister, Rena Falk, said it was late.", "His sister, Rena Falk")).toBe(
      "Olof Brant’s sister",
    );
    expect(role("A day went by. Her sister, Rena Falk, said it was late.", "Her sister, Rena Falk")).toBe("sister");
  });
  it("keeps an owner that stands by its own name", () => {
    expect(
      role("Malvaria's Prime Minister, Rena Falk, said it was late.", "Malvaria's Prime Minister, Rena Falk"),
    ).toBe("Malvaria's Prime Minister");
  });
  it("reads a description's own", () => {
    expect(role("A spokesman for Blue Lantern Records said it was late.", "A spokesman for Blue Lantern Records")).toBe(
      "spokesman for Blue Lantern Records",
    );
    expect(role("A woman said it was late.", "A woman")).toBeNull();
    expect(role("A baker said it was late.", "A baker")).toBeNull();
  });
});
