/**
 * Where an article has its statements from: said to the outlet itself, passed on by others, read in documents, or by nobody
 * who is named; and whether the whole story hangs on one voice or on one other outlet.
 */
import { isSourceCredit } from "../archive/trace/outlets.ts";
import { howItCame, isOwnOutlet, relays } from "../attribution/relay.ts";
import { ownStatements, wordsAt } from "../attribution/statements.ts";
import type { Attribution, Reading } from "../document.ts";

/**
 * `first-hand`: its source speaks and the article names nothing in between; `relayed`: another outlet or another person
 * tells it; `document`: it is read in a document, or in words that its source published; `unattributed`: no source is named.
 */
export const ORIGINS = ["first-hand", "relayed", "document", "unattributed"] as const;
export type Origin = (typeof ORIGINS)[number];

/** Somebody or something that statements came through. */
export interface Conduit {
  name: string;
  kind: "outlet" | "person" | "document";
  statements: number;
}

export interface Provenance {
  /** How many statements came in each way; those who do not answer are not counted. */
  counts: Record<Origin, number>;
  /** What stands between sources and the article, the most used first. */
  through: Conduit[];
  /** Outlets that the article itself names as where its matter comes from (dateline, "first appeared in"). */
  credited: string[];
  /** The one voice, or the one other outlet, that everything rests on; `null` where there are several, or no statement. */
  hangsOn: { kind: "source" | "outlet"; name: string } | null;
}

const DEEPEST = 8;
/** Common nouns for an outlet that the article spoke of before. */
const OUTLET_NOUN =
  /^(?:newspapers?|paper|magazine|weekly|daily|broadcaster|station|channel|news agency|agency|outlet|website|media|press)$/i;
const TOLD_TO = /\b(?:t(?:old|ells?|elling)|to|with)\s(?:the|a|an)\s$/i;
const PASSER =
  /^(?:friends?|lawyers?|solicitors?|attorneys?|spokes\p{L}+|representatives?|aides?|interpreter|translator|agent|publicist|intermediar\p{L}+|family|go-between|mediators?|envoys?|embassy|ambassador)$/iu;
const PLATFORM =
  /^(?:Facebook|Twitter|X|Instagram|Telegram|TikTok|YouTube|WhatsApp|Weibo|LinkedIn|Reddit|Truth Social|Threads|Bluesky|Mastodon|Substack)\b/;
const MEDIUM_AT_END =
  /(?:^|\s)\p{Ll}*(?:letter|mail|message|statement|release|note|memo|report|study|paper|post|tweet|video|recording|book|memoir|column|article|editorial|filing|survey|poll|petition|website|page|notice|cable|readout|clients|blog|podcast|programme|program|show|documentary|forum|board|newsgroup)s?$/u;

interface Way {
  origin: Origin;
  through: Omit<Conduit, "statements">[];
}

/** Tells where a reading's statements come from. */
export function provenanceOf(reading: Reading): Provenance {
  const own = ownStatements(reading).filter((a) => a.act !== "silence");
  const byId = new Map(own.map((a) => [a.id, a]));
  const counts: Provenance["counts"] = { "first-hand": 0, relayed: 0, document: 0, unattributed: 0 };
  const conduits = new Map<string, Conduit>();
  const roots = new Set<string>();
  let outlet: string | null = null;
  for (const a of own) {
    const way = resolved(wayOf(a, reading, byId), outlet);
    outlet = way.through.find((c) => c.kind === "outlet")?.name ?? outlet;
    counts[way.origin]++;
    for (const { name, kind } of way.through) {
      const key = keyOf(name);
      const known = conduits.get(key);
      if (known) known.statements++;
      else conduits.set(key, { name, kind, statements: 1 });
    }
    roots.add(rootOf(a, way, reading, byId));
  }
  const { credited, whole } = creditedIn(reading);
  return {
    counts,
    through: [...conduits.values()].sort((x, y) => y.statements - x.statements),
    credited,
    hangsOn: own.length === 0 ? null : hangsOn(roots, whole),
  };
}

const keyOf = (name: string): string => name.toLowerCase().replace(/^the /, "");
const nameOf = (a: Attribution, reading: Reading): string => a.entity ?? wordsAt(reading.text, a.source);

function wayOf(a: Attribution, reading: Reading, byId: ReadonlyMap<string, Attribution>): Way {
  const parent = a.within === null ? undefined : byId.get(a.within);
  if (a.kind === "none" || howItCame(a, reading) === "hearsay")
    // A quotation without a source beside a statement of which it is part is told by whoever tells that.
    return { origin: "unattributed", through: [] };
  const between = relays(a, reading).map((span) => conduitAt(span, reading));
  const others = between.filter((c) => c.kind !== "document");
  if (parent && parent.kind !== "none" && nameOf(parent, reading) !== nameOf(a, reading))
    return { origin: "relayed", through: [teller(parent, reading), ...others] };
  if (a.kind === "outlet" && !isOwnOutlet(nameOf(a, reading), reading.article.outlet))
    return { origin: "relayed", through: [{ name: nameOf(a, reading), kind: "outlet" }] };
  if (others.length > 0) return { origin: "relayed", through: others };
  if (a.kind === "document") return { origin: "document", through: [{ name: nameOf(a, reading), kind: "document" }] };
  return between.length > 0 ? { origin: "document", through: between } : { origin: "first-hand", through: [] };
}

/** "told the paper" after "told the Courier": the outlet named last. */
const resolved = ({ origin, through }: Way, outlet: string | null): Way => ({
  origin,
  through: through.map((c) => (c.kind === "outlet" && outlet && OUTLET_NOUN.test(c.name) ? { ...c, name: outlet } : c)),
});

const teller = (a: Attribution, reading: Reading): Omit<Conduit, "statements"> => ({
  name: nameOf(a, reading),
  kind: a.kind === "outlet" ? "outlet" : a.kind === "document" ? "document" : "person",
});

function conduitAt([start, end]: readonly [number, number], { text }: Reading): Omit<Conduit, "statements"> {
  const name = text.slice(start, end);
  if (PASSER.test(name)) return { name, kind: "person" };
  if (OUTLET_NOUN.test(name) && TOLD_TO.test(text.slice(Math.max(0, start - 14), start)))
    return { name, kind: "outlet" };
  const named = /^(?:The )?\p{Lu}/u.test(name) && !PLATFORM.test(name) && !MEDIUM_AT_END.test(name);
  return { name, kind: named ? "outlet" : "document" };
}

/** What a statement finally rests on, as far as the article lets us see: the outlet it was had from, or who says it. */
function rootOf(a: Attribution, way: Way, reading: Reading, byId: ReadonlyMap<string, Attribution>): string {
  const outlet = way.through.find((c) => c.kind === "outlet");
  if (outlet) return `outlet:${keyOf(outlet.name)}\n${outlet.name}`;
  let top = a;
  for (let n = 0; top.within !== null && n < DEEPEST; n++) top = byId.get(top.within) ?? { ...top, within: null };
  if (top.kind === "none") return "nobody\n";
  if (top !== a && top.kind === "outlet") return rootOf(top, wayOf(top, reading, byId), reading, byId);
  const name = nameOf(top, reading);
  return `source:${keyOf(name)}\n${name}`;
}

function hangsOn(roots: ReadonlySet<string>, whole: string | null): Provenance["hangsOn"] {
  // An agency's text has every statement from the agency, whoever they are told to come from.
  if (whole !== null) return { kind: "outlet", name: whole };
  const named = new Map(
    [...roots].filter((r) => !r.startsWith("nobody")).map((r) => r.split("\n") as [string, string]),
  );
  const [only, another] = named;
  if (!only || another) return null;
  return { kind: only[0].startsWith("outlet:") ? "outlet" : "source", name: only[1] };
}

/** What is another outlet's from beginning to end: its dateline, its slug, or where the article appeared first. */
const WHOLE =
  /\b(?:appeared|published|republished|reprinted|printed|ran|produced|provided)\b|^\P{L}*[\p{L} ]{2,30}\P{L}*$/iu;

function creditedIn({ credits, article, text }: Reading): { credited: string[]; whole: string | null } {
  const found = new Map<string, { name: string; whole: boolean }>();
  for (const credit of credits) {
    if (!credit.outlet || !isSourceCredit(credit) || isOwnOutlet(credit.outlet, article.outlet)) continue;
    // A dateline is a part of its line; other credits are the whole line.
    const dateline = credit.span !== null && !/^\s*(?:\n|$)/.test(text.slice(credit.span[1]));
    const key = keyOf(credit.outlet);
    const known = found.get(key);
    found.set(key, { name: credit.outlet, whole: known?.whole || dateline || WHOLE.test(credit.text) });
  }
  const all = [...found.values()];
  const whole = all.filter((c) => c.whole);
  return { credited: all.map((c) => c.name), whole: whole.length === 1 ? (whole[0]?.name ?? null) : null };
}

const MOST_NAMED = 4;

/** The provenance in a line or two, for people; empty when there is no statement. */
export function provenanceLines({ counts, through, credited, hangsOn: whole }: Provenance): string[] {
  const parts = [
    ...(counts["first-hand"] > 0 ? [`${counts["first-hand"]} first-hand`] : []),
    ...(counts.relayed > 0 ? [`${counts.relayed} relayed${namesOf(through, ["outlet", "person"])}`] : []),
    ...(counts.document > 0 ? [`${counts.document} in writing or published${namesOf(through, ["document"])}`] : []),
    ...(counts.unattributed > 0 ? [`${counts.unattributed} by nobody named`] : []),
  ];
  if (parts.length === 0) return [];
  const lines = [`Where it comes from: ${parts.join("; ")}.`];
  if (whole?.kind === "outlet")
    lines.push(
      credited.includes(whole.name)
        ? `The whole article comes from ${whole.name}, which it credits.`
        : `The whole story hangs on one other outlet: ${whole.name}.`,
    );
  else if (whole) lines.push(`The whole story hangs on a single source: ${whole.name}.`);
  else if (credited.length > 0) lines.push(`It credits ${credited.join(", ")}.`);
  return lines;
}

function namesOf(through: readonly Conduit[], kinds: readonly Conduit["kind"][]): string {
  const names = through.filter((c) => kinds.includes(c.kind)).map((c) => c.name);
  if (names.length === 0) return "";
  const rest = names.length > MOST_NAMED ? " and others" : "";
  return ` (${names.slice(0, MOST_NAMED).join(", ")}${rest})`;
}
