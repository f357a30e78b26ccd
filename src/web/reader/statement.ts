/** What the reader says of one statement, from its reading. */
import { howItCame, relays } from "../../attribution/relay.ts";
import { wordsAt } from "../../attribution/statements.ts";
import type { Attribution, Reading } from "../../document.ts";
import { t } from "../messages/say.svelte.ts";
import { shown } from "../parts/shown.ts";

/** Who speaks, as well as it is known: the resolved name, else the words that stand there. */
export const nameOf = (a: Attribution, { text }: Reading): string =>
  shown(a.entity || wordsAt(text, a.source)) || t().panel.noSpeaker;

export const contentOf = (a: Attribution, { text }: Reading): string => shown(wordsAt(text, a.content));

/** The labels of a statement in a few words. */
export function labelsOf(a: Attribution, reading: Reading): string[] {
  const { labels, value } = t();
  const act = a.act === "claim" ? (a.negated ? value.not(labels.act.claim) : null) : labels.act[a.act];
  const negated = a.negated && a.act !== "claim" && act ? value.not(act) : act;
  const came = howItCame(a, reading);
  return [
    a.kind === "none" ? null : labels.kind[a.kind],
    labels.form[a.form],
    negated,
    a.framing === "neutral" || a.framing === "hearsay" ? null : labels.framing[a.framing],
    a.naming === "anonymous" || a.naming === "role" ? labels.naming[a.naming] : null,
    a.act === "silence" ? null : labels.came[came],
  ].filter((word) => word !== null);
}

/** A stop on the way of a statement to the article. */
export interface Stop {
  text: string;
  kind: Attribution["kind"] | "article";
}

/** Statements inside statements are followed so far. */
const DEEPEST = 8;

/** From who says it to this article, through whatever stands in between. */
export function wayOf(a: Attribution, reading: Reading, byId: ReadonlyMap<string, Attribution>): Stop[] {
  const stops: Stop[] = [{ text: nameOf(a, reading), kind: a.kind }];
  const add = (text: string, kind: Stop["kind"]) => {
    if (stops.at(-1)?.text !== text) stops.push({ text, kind });
  };
  let at: Attribution | undefined = a;
  for (let depth = 0; at && depth < DEEPEST; depth++) {
    for (const span of relays(at, reading)) add(wordsAt(reading.text, [span]), "outlet");
    at = at.within ? byId.get(at.within) : undefined;
    if (at && at.source.length > 0) add(nameOf(at, reading), at.kind);
  }
  add(reading.article.outlet ?? t().panel.thisArticle, "article");
  return stops;
}
