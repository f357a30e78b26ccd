/** People and organisations that an article names, kept beside it for the question who is spoken about and never quoted. Pure. */
import { castOf, type Member } from "../attribution/entities/cast.ts";
import type { Reading, Span } from "../document.ts";
import { nameKey, shortKeys } from "./speakers/name-key.ts";

export interface Named {
  /** `nameKey` of the name. */
  key: string;
  name: string;
  kind: "person" | "organisation";
}

/** Names of whom it is sure enough that they are people or organisations, each once; furniture and the article's own author and outlet aside. */
export function namedIn(reading: Reading): Named[] {
  const own = new Set(
    [reading.article.outlet, ...(reading.article.byline ?? "").split(/,| and /)].map((name) => nameKey(name ?? "")),
  );
  const named = new Map<string, Named>();
  for (const member of castOf(reading).members) {
    const kind = kindOf(member);
    if (!kind || !member.mentions.some(({ span }) => inBlock(reading, span))) continue;
    const key = nameKey(member.name);
    if (!own.has(key) && !named.has(key)) named.set(key, { key, name: member.name, kind });
  }
  return [...named.values()];
}

/** Every name that is nothing else counts as a person's; only an office, a title or a later short form makes it one here. */
function kindOf({ kind, name, told, mentions }: Member): Named["kind"] | null {
  if (!name.includes(" ")) return null;
  if (kind === "organisation") return kind;
  return kind === "person" && (told.length > 0 || mentions.some((m) => m.titled || m.name !== name)) ? kind : null;
}

const inBlock = ({ blocks }: Reading, [start, end]: Span): boolean =>
  blocks.some(({ span }) => span[0] <= start && span[1] >= end);

/** Those of whom no short form, surname or full form is among the names quoted, in their order. @param quoted keys */
export function neverQuoted<N extends Pick<Named, "key" | "kind">>(
  named: readonly N[],
  quoted: ReadonlySet<string>,
): N[] {
  const shortOfQuoted = new Set([...quoted].flatMap(shortKeys));
  return named.filter(({ key, kind }) => {
    if (quoted.has(key)) return false;
    if (kind === "person") return !quoted.has(key.split(" ").at(-1) ?? "");
    return !shortOfQuoted.has(key) && !shortKeys(key).some((short) => quoted.has(short));
  });
}
