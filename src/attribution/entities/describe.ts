/** What a description says of its source: `kind`, `naming`, `role`. */
import type { Kind, Naming, Span } from "../../document.ts";
import type { Context } from "../context.ts";
import { lastStartingBy } from "../spans.ts";
import type { Phrase } from "./phrase.ts";
import type { Speaker } from "./referents.ts";
import { describedRole } from "./roles/described.ts";
import { FEMININE, kindOfNoun, MASCULINE } from "./tables.ts";
import { isWithheld } from "./withheld.ts";

/** The kind of a described source, and whether the article holds its name back. */
export function kindAndVeil(
  words: string,
  { noun, plural }: Phrase,
  span: Span,
  context: Context,
): { kind: Kind; anonymous: boolean } {
  const kind = kindOf(words, noun, plural);
  return { kind, anonymous: isWithheld(span, context) && kind !== "document" && kind !== "outlet" };
}

/** The speaker that a description is, with `entity` as its name. */
export function describe(words: string, phrase: Phrase, entity: string, span: Span, context: Context): Speaker {
  const { kind, anonymous } = kindAndVeil(words, phrase, span, context);
  const named = isProper(words, phrase, kind, span, context) || (kind === "document" && hasTitle(words));
  const naming: Naming = anonymous ? "anonymous" : named ? "named" : "role";
  const role = kind === "person" ? describedRole(words, entity, anonymous) : null;
  const lower = words.toLowerCase().match(/\p{L}+/gu) ?? [];
  const gender = lower.some((w) => FEMININE.has(w)) ? "she" : lower.some((w) => MASCULINE.has(w)) ? "he" : null;
  return { kind, naming, entity, role, gender: kind === "person" ? gender : null, plural: phrase.plural };
}

/** "the New Zealand government", "the Renewal party": a common noun with a proper name is a name. */
function isProper(words: string, { head, noun }: Phrase, kind: Kind, span: Span, { doc }: Context): boolean {
  if (!/^(?:organisation|government|outlet)$/.test(kind) || /^an?\s/i.test(words)) return false;
  const definite = /^(?:the|this|that)\s/i.test(words);
  const bare = !/^(?:an?|his|her|its|their|my|our|some|many|two|three|one|another|several|most)\s/i.test(words);
  const rest = head
    .replace(/^(?:the|its|their|his|her)\s/i, "")
    .replace(/\s(?:in|at|from|near|on|across|around)\s.*$/u, "");
  const block = doc.blocks[lastStartingBy(doc.blocks, span[0])];
  return (
    // "the Prime Minister’s Office": the noun itself is part of the name.
    /\s\p{Lu}[\p{L}\d]+$/u.test(rest) ||
    // "Glimmer magazine": but for headlines, a noun for one thing has an article before it, or a name.
    (bare && !definite && !/s$/.test(noun ?? "s") && /^\p{Lu}\S+\s\p{L}/u.test(rest) && block?.kind === "paragraph") ||
    (/(?:^|\s)\p{Lu}[\p{L}\d]/u.test(definite ? rest : rest.slice(1)) && !/[’']s?\s/.test(rest))
  );
}

const hasTitle = (words: string): boolean => /[“"‘«]\p{Lu}/u.test(words);

/** "71 per cent of the dockers", "a third of those asked". */
const SHARE =
  /^(?:(?:about|nearly|almost|over|some|just|more than|fewer than|less than) )?(?:[\p{N}.,]+ ?(?:per ?cent|%)|an? (?:third|quarter|half|fifth|majority|minority)|two[- ]thirds|half|most) of\b/iu;
const OWNED = /^(?:its|his|her|their|our)\s|[’']s?\s\p{Ll}|\sof\s/iu;

function kindOf(words: string, noun: string | null, plural: boolean): Kind {
  if (/\bgovernment$/i.test(noun ?? "")) return "government";
  if (/\bnews (?:agency|agencies|magazine|channel|station|service|organi[sz]ations?)\b/i.test(words)) return "outlet";
  if (SHARE.test(words)) return "group";
  // "The port’s website" is where it is written, "the website" alone a medium.
  if (/^(?:site|website|blog|page)s?$/.test(noun ?? "") && OWNED.test(words)) return "document";
  const known = noun ? kindOfNoun.get(noun) : undefined;
  if (
    known === "person" &&
    (plural ||
      /^(?:two|three|four|five|six|seven|eight|nine|ten|several|many|some|few|both|dozens|hundreds|thousands|\d+)\s/i.test(
        words,
      ))
  )
    return "group";
  if (known) return known;
  return plural ? "group" : "person";
}
