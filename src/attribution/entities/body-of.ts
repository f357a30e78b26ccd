/** The body for which a person speaks: who says "we" speaks for it. */
import { lastStartingBy } from "../spans.ts";
import type { Cast } from "./cast.ts";
import type { Speaker } from "./referents.ts";
import { fromMember } from "./scene.ts";

/** "State Department" in "State Department spokesperson". */
const BEFORE_OFFICE =
  /^(.*?) (?:spokes\p{L}+|chief|director|chair\p{L}*|president|minister|secretary|ceo|head|boss)$/iu;
const BODY = /^(?:organisation|government|outlet)$/;

/** The body named in what the article tells of a person's office; `null` when none is. */
export function bodyOf({ entity, kind }: Speaker, cast: Cast): Speaker | null {
  if (kind !== "person" || !entity) return null;
  for (const { words, at } of cast.byName(entity)?.told ?? []) {
    for (let i = lastStartingBy(cast.mentions, at + words.length - 1); i >= 0; i--) {
      const { span, member } = cast.mentions[i] as Cast["mentions"][number];
      if (span[1] <= at) break;
      if (span[1] <= at + words.length && BODY.test(member.kind)) return fromMember(member);
    }
    const named = cast.byName(BEFORE_OFFICE.exec(words)?.[1] ?? "");
    if (named && BODY.test(named.kind)) return fromMember(named);
  }
  return null;
}
