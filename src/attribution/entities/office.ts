/** A name that stands behind a whole office. */
import { letterPattern } from "../../letter-pattern.ts";
import { kindOfName } from "./names.ts";
import type { Resolved } from "./scene.ts";
import { kindOfNoun } from "./tables.ts";

/** "Minister of Education Ada Blom", "Undersecretary for Health Mr. Roke": the name stands behind the whole office. */
const OFFICE_AND_NAME = letterPattern(
  /^(?:the\s)?(\p{Lu}?[\p{L}-]+(?:\s\p{L}[\p{L}-]+){0,2}\s(?:of|for)\s(?:the\s)?\p{Lu}[\p{L}-]+)\s(?:(?:Mr|Mrs|Ms|Dr)\.?\s(\p{Lu}[\p{L}’'-]+)|(\p{Lu}[\p{L}’'-]+\s\p{Lu}[\p{L}’'-]+))$/u,
);

/** A person named behind an office with its field; `null` when the words are none. */
export function officeAndName(words: string): Resolved | null {
  const [, office, surname, whole] = OFFICE_AND_NAME.exec(words) ?? [];
  const name = whole ?? surname;
  const noun = office
    ?.split(/\s(?:of|for)\s/)[0]
    ?.split(" ")
    .at(-1)
    ?.toLowerCase();
  if (!office || !name || !noun || kindOfNoun.get(noun) !== "person") return null;
  // "A spokesman for Blue Lantern Records": the capitals are one name of a body.
  if (kindOfName(name, false) !== "person") return null;
  return {
    speaker: { kind: "person", naming: "named", entity: name, role: office, gender: null, plural: false },
    reason: `“${name}” is named with an office`,
    confidence: 0.85,
    how: "stated",
  };
}
