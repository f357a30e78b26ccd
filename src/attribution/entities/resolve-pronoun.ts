/** Whom a pronoun stands for. */
import type { Kind, Span } from "../../document.ts";
import { bestReferent, type Speaker } from "./referents.ts";
import { NOBODY, type Resolved, type Scene } from "./scene.ts";

const FIRST_PERSON = new Set(["i", "we", "me", "us"]);
/** "in his view": the owner is the source. */
const OWNERS: Readonly<Record<string, string>> = { his: "he", its: "it", their: "they", my: "i", our: "we" };

/** Whom a pronoun at `span` stands for; `parent` is whoever says the words around it. */
export function resolvePronoun(
  word: string,
  span: Span,
  parent: Speaker | null,
  { referents, context }: Scene,
): Resolved {
  const pronoun = OWNERS[word] ?? word;
  if (FIRST_PERSON.has(pronoun) || pronoun === "you") {
    if (parent?.entity && pronoun !== "you")
      return {
        speaker: parent,
        reason: `“${pronoun}” is whoever says the words around it`,
        confidence: 0.85,
        how: "inferred",
      };
    return unknown(pronoun);
  }
  const gender =
    pronoun === "he" || pronoun === "him" || pronoun === "himself"
      ? "he"
      : /^(?:she|her|herself)$/.test(pronoun)
        ? "she"
        : null;
  const fits = (s: Speaker): boolean => {
    if (gender) return s.kind === "person";
    if (/^(?:they|them|themselves|these|those)$/.test(pronoun))
      return s.kind === "group" || s.plural || s.kind === "organisation" || s.kind === "government";
    if (/^(?:it|itself|which|that|this)$/.test(pronoun))
      return s.kind === "organisation" || s.kind === "government" || s.kind === "outlet" || s.kind === "document";
    return s.kind === "person" || s.kind === "group";
  };
  const best = bestReferent(referents, context.sentences, { at: span[0], fits, gender, parent });
  if (!best) return unknown(pronoun);
  return {
    speaker: best.speaker,
    reason: `“${pronoun}” stands for ${best.speaker.entity}, met shortly before`,
    confidence: best.confidence,
    how: "inferred",
  };
}

function unknown(pronoun: string): Resolved {
  const kind: Kind = /^(?:they|we|us|them)$/.test(pronoun)
    ? "group"
    : /^(?:it|which|that|this)$/.test(pronoun)
      ? "organisation"
      : "person";
  return {
    speaker: { ...NOBODY, kind, naming: "role" },
    reason: `it cannot be told whom “${pronoun}” stands for`,
    confidence: 0.3,
    how: "unknown",
  };
}
