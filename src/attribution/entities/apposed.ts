/** What stands beside a described source and names it. */
import type { Span } from "../../document.ts";
import { lastStartingBy } from "../spans.ts";
import type { Member } from "./cast.ts";
import type { Scene } from "./scene.ts";

const CALLED = /^, (?:called|named|known as) (?:[‘“"']([^‘“”’"']{2,60})[’”"']|((?:\p{Lu}[\p{L}’-]* ?){1,5}))/u;

/** "His colleague for the nurses, | Hedda Storm": the person whose name alone is a later piece of a described source. */
export function namedPiece(source: readonly Span[], first: Span, { cast }: Scene): Member | null {
  for (const piece of source) {
    if (piece[0] <= first[0]) continue;
    const named = cast.mentions[lastStartingBy(cast.mentions, piece[0])];
    if (named && named.span[0] === piece[0] && named.span[1] === piece[1] && named.member.kind === "person")
      return named.member;
  }
  return null;
}

/** "The campaign, called ‘Slow Lowen’": how a source is called, in it or right behind; `null` when that is not told. */
export function calledBehind(words: string, [start, end]: Span, { context: { doc } }: Scene): string | null {
  const comma = words.indexOf(", ");
  const at = comma > 0 ? start + comma : end;
  const [, quoted, plain] = CALLED.exec(doc.text.slice(at, at + 90)) ?? [];
  return (quoted ?? plain)?.trim() || null;
}

/** A source that is described and named right behind, where the name is no part of it: "the secretary of the board |, Tom Veal,". */
export function namedBehind(span: Span, kind: string, { cast, context: { doc } }: Scene): Member | null {
  const next = cast.mentions[lastStartingBy(cast.mentions, span[1]) + 1];
  if (!next || next.member.kind !== kind || next.member.thing) return null;
  const apposed = kind === "person" && doc.text.slice(span[1], next.span[0]) === ", ";
  const titled = doc.text.slice(span[1], next.span[0]) === " " && kind !== "person";
  return (apposed && /^[,.;:]/.test(doc.text.slice(next.span[1]))) || titled ? next.member : null;
}
