/**
 * What a source whose name is held back is worth by the agencies' rules: how specifically it is described, whether a
 * reason for holding the name back is given, whether it carries fact or opinion.
 */
import type { Anonymity, Attribution, Carries, Description, Span, Why } from "../../document.ts";
import type { Context, Refiner } from "../context.ts";
import { nounOf } from "../entities/nouns.ts";
import { reasonWithheld } from "../entities/withheld.ts";
import { JUDGING_CUES, JUDGING_WORDS } from "../lexicon/judging.ts";

/** Nouns that tell nothing of a source. */
const BARE =
  /^(?:sources?|insiders?|someone|somebody|persons?|people|individuals?|posters?|commenters?|pals?|users?|one|man|woman|men|women)$/;
/** How the source comes to know, or the house it belongs to. */
const SPECIFIC =
  /\b(?:familiar with|close to|knowledge of|briefed on|involved in|involved with|present at|who (?:has |had |have )?(?:worked|works|work|saw|attended|took part|was (?:in|at|present)|were (?:in|at|present)))\b|\s(?:in|at|from|for|of|inside|within)\s(?:the |a |his |her |its |their )?\p{L}/iu;
const ARTICLE = /^(?:an?|the|one|two|three|several|some)\s/i;
const MODIFIED = /^(?:\p{L}[\p{L}-]* ){1,4}\p{L}+/u;

/** Places of one source that are looked at; it is brought in at the first. */
const MOST_PLACES = 8;

export const anonymity: Refiner = (attributions, context) => {
  // "the insider", "he": described, and the reason given, where the source was brought in.
  const places = new Map<string, Span[]>();
  for (const { naming, entity, source } of attributions)
    if (naming === "anonymous" && entity && source[0]) {
      const known = places.get(entity) ?? [];
      if (known.length < MOST_PLACES) places.set(entity, [...known, source[0]]);
    }
  return attributions.map((a) => {
    const span = a.source[0];
    if (a.naming !== "anonymous" || !span) return a;
    const graded = grade(a, [span, ...(places.get(a.entity ?? "") ?? [])], context);
    const why: Why = { how: "stated", by: "anonymity", reason: told(graded, context.doc.text), confidence: 0.8 };
    return { ...a, anonymity: graded, why: { ...a.why, anonymity: why } };
  });
};

function grade(a: Attribution, spans: readonly Span[], context: Context): Anonymity {
  const levels = spans.map((s) => describedAs(context.doc.text.slice(...s)));
  const description = (["specific", "general", "bare"] as const).find((level) => levels.includes(level)) ?? "bare";
  const reason = spans.map((s) => reasonWithheld(s, context)).find((r) => r !== null) ?? null;
  return { description, reason, carries: carriedBy(a, context.doc.text) };
}

function describedAs(words: string): Description {
  // That the name is held back describes nobody.
  const plain = words.replace(/,? (?:who|whom|speaking|asking)\b[^,]*\b(?:nam|identif|quot|anonym)\w*.*$/su, "");
  if (SPECIFIC.test(plain)) return "specific";
  const { noun } = nounOf(plain);
  const qualified = MODIFIED.test(
    plain
      .replace(ARTICLE, "")
      .replace(/\b(?:anonymous|unnamed|unidentified|of the|of)\b/gi, "")
      .trim(),
  );
  return BARE.test(noun ?? "") && !(qualified && /^(?:sources?|insiders?)$/.test(noun ?? "")) ? "bare" : "general";
}

function carriedBy(a: Attribution, text: string): Carries {
  if (a.act === "belief") return "opinion";
  if (a.act !== "claim" && a.act !== "denial") return "other";
  const words = (spans: readonly Span[]): string => spans.map((s) => text.slice(...s)).join(" ");
  return JUDGING_CUES.test(words(a.cue)) || JUDGING_WORDS.test(words(a.content)) ? "opinion" : "fact";
}

function told({ description, reason, carries }: Anonymity, text: string): string {
  const how = {
    bare: "the source is not described",
    general: "the source is described in general words",
    specific: "the source is described by how it knows or where it belongs",
  }[description];
  const what = { fact: "it tells a fact", opinion: "it gives an opinion", other: "it neither tells a fact nor judges" };
  return `${how}, ${reason ? `the name is held back “${text.slice(...reason)}”` : "no reason for holding the name back is given"}, and ${what[carries]}`;
}
