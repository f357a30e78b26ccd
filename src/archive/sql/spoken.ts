/** The statements of a speaker: what is asked of them, and what is read. */
import { and, type Query } from "../query/query.ts";
import { tokenize } from "../query/tokens.ts";
import type { SpokenFilter } from "../speakers/found.ts";

/** Columns of `Spoken`, over `statements s JOIN articles a`; `negated` is 0 or 1. */
export const SPOKEN = `s.speaker AS name, s.kind, s.role, a.doc, s.n AS statement, a.outlet, a.title, a.published, a.url, s.start, s.end, s.form, s.act,
  s.negated, s.framing, s.channel, s.via, s.content, s.review`;

/** The filter as a query of the language. */
export const spokenQuery = ({ about, since, until }: SpokenFilter): Query =>
  and([
    ...tokenize(about ?? "").map(
      ({ word }) => ({ type: "words", field: "about", text: word, exact: false, prefix: false }) as const,
    ),
    ...(since ? [{ type: "date", field: "since", value: since } as const] : []),
    ...(until ? [{ type: "date", field: "until", value: until } as const] : []),
  ]);
