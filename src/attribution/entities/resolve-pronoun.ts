/** Whom a pronoun stands for. */
import type { Kind, Span } from "../../document.ts";
import { sharesByEntity } from "./evidence.ts";
import { bestReferent, type Referent, type Speaker } from "./referents.ts";
import { bodyOf } from "./body-of.ts";
import { inQuotation, NOBODY, paragraphAt, type Resolved, type Scene } from "./scene.ts";

const FIRST_PERSON = new Set(["i", "we", "me", "us"]);
/** "in his view": the owner is the source. */
const OWNERS: Readonly<Record<string, string>> = { his: "he", its: "it", their: "they", my: "i", our: "we" };

/** Below this it is left open whom a pronoun stands for, and the candidates are named. */
const LEAST = 0.3;

/** Whom a pronoun at `span` stands for; `parent` is whoever says the words around it. */
export function resolvePronoun(word: string, span: Span, parent: Speaker | null, scene: Scene): Resolved {
  const { referents, context } = scene;
  const pronoun = OWNERS[word] ?? word;
  if (FIRST_PERSON.has(pronoun) || pronoun === "you") {
    const house = parent && (pronoun === "we" || pronoun === "us") ? bodyOf(parent, scene.cast) : null;
    if (house)
      return {
        speaker: house,
        reason: `“${pronoun}” is the body for which ${parent?.entity} speaks`,
        confidence: 0.7,
        how: "inferred",
      };
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
  const verdict = context.known?.verdictAt(span[0]);
  const shares = verdict ? sharesByEntity(verdict, referents) : undefined;
  const best = bestReferent(referents, context.sentences, {
    at: span[0],
    paragraph: paragraphAt(span[0], context),
    topics: scene.topics,
    fits,
    gender,
    parent: inQuotation(span, context) || isAsker(parent, span, referents) ? null : parent,
    shares,
  });
  if (!best) return unknown(pronoun);
  if (best.confidence < LEAST)
    return {
      speaker: { ...best.speaker, entity: null, role: null },
      reason: `it cannot be told whom “${pronoun}” stands for: ${[best.speaker.entity, best.other].filter(Boolean).join(" or ")}`,
      confidence: best.confidence,
      how: "unknown",
    };
  return {
    speaker: best.speaker,
    reason: `“${pronoun}” stands for ${best.speaker.entity}, met shortly before`,
    confidence: best.confidence,
    how: "inferred",
  };
}

/** Whether whoever says the words around `span` asks, and is not named. */
const isAsker = (parent: Speaker | null, span: Span, referents: readonly Referent[]): boolean =>
  parent !== null && referents.findLast((r) => r.span[0] < span[0] && r.source && r.speaker === parent)?.asks === true;

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
