/** One article as the reader has it open: its statements, those shown, the one selected, and where one is in the text. */
import { untrack } from "svelte";
import { depths, ownStatements } from "../../attribution/statements.ts";
import { hull } from "../../attribution/spans.ts";
import type { Attribution, Span } from "../../document.ts";
import { articleParts } from "../../views/marks.ts";
import { api } from "../api/api.ts";
import { load } from "../api/load.svelte.ts";
import type { Article } from "../api/types.ts";
import { given } from "../start/given.ts";
import { go, here, param } from "../routing/here.svelte.ts";
import { markedOf } from "./parts.ts";
import { type Chosen, FILTERS, passes } from "./filters.ts";

export type ReaderModel = ReturnType<typeof openArticle>;

/** Opens the article that `doc` names; follows when it changes. */
export function openArticle(doc: () => string) {
  const asked = () => ({ doc: doc(), version: Number(param("version")) || null });
  const drawn = untrack(() => given(asked().doc, asked().version));
  let first = drawn && withRejected(drawn);
  const article = load((signal) => {
    const fields = asked();
    const came = first;
    first = null;
    return came ? Promise.resolve(came) : api.get("/api/articles/{doc}", fields, { signal }).then(withRejected);
  }, first);
  const reading = $derived(article.data?.reading ?? null);
  const reviews = $derived(article.data?.reviews ?? {});
  const own = $derived(reading ? ownStatements(reading) : []);
  const byId = $derived(new Map(reading?.attributions.map((a) => [a.id, a])));
  const depth = $derived(depths(own));
  const chosen = $derived(Object.fromEntries(FILTERS.map((name) => [name, param(name)])) as unknown as Chosen);
  // Reviews are looked at where they are asked for only: a judgement leaves the text as it stands.
  const shown = $derived(
    reading ? own.filter((a) => passes(a, chosen, { reading, reviews: chosen.review ? reviews : {} })) : [],
  );
  const rejected = $derived(
    own
      .filter((a) => reviews[a.id] === "rejected")
      .map((a) => a.id)
      .join(" "),
  );
  const selected = $derived(byHash());
  /** What was rejected has no marks, unless it is looked at. */
  const looked = $derived(selected && reviews[selected.id] === "rejected" ? selected.id : "");
  const unmarked = $derived(new Set(rejected.split(" ").filter((id) => id !== looked)));
  const parts = $derived(
    reading
      ? articleParts(
          reading,
          shown.filter((a) => !unmarked.has(a.id)),
        )
      : [],
  );
  /** The article without what was rejected, for its counts. */
  const counted = $derived.by(() => {
    const out = new Set(rejected.split(" "));
    return own.filter((a) => !out.has(a.id));
  });
  /** Where each statement has its first words. */
  const partOf = $derived(
    new Map(parts.flatMap((part, i) => markedOf(part).flatMap(({ begun }) => begun.map((a) => [a.id, i] as const)))),
  );
  const selectedParts = $derived.by(() => {
    const spans = selected ? [...selected.source, ...selected.cue, ...selected.content] : [];
    return new Set(
      parts.flatMap((part, i) => (markedOf(part).some(({ span }) => spans.some((s) => meet(s, span))) ? [i] : [])),
    );
  });
  /** The part of the text at which one reads. */
  let reached = $state(0);

  function byHash(): Attribution | null {
    const { data } = article;
    if (!data || !here.hash) return null;
    const direct = byId.get(here.hash);
    if (direct) return direct;
    const link = Object.entries(data.permalinks).find(([, { page }]) => page.endsWith(`#${here.hash}`));
    return (link && byId.get(link[0])) ?? null;
  }

  /** The address of a statement; its words make it, so that it outlives another reading. */
  function hashOf(id: string): string {
    const page = article.data?.permalinks[id]?.page;
    return page ? page.slice(page.indexOf("#") + 1) : id;
  }

  return {
    article,
    get own() {
      return own;
    },
    get counted() {
      return counted;
    },
    get shown() {
      return shown;
    },
    get byId() {
      return byId;
    },
    get depth() {
      return depth;
    },
    get chosen() {
      return chosen;
    },
    get parts() {
      return parts;
    },
    get selected() {
      return selected;
    },
    get partOf() {
      return partOf;
    },
    get selectedParts() {
      return selectedParts;
    },
    get reached() {
      return reached;
    },
    set reached(part: number) {
      reached = part;
    },
    /** The text at which one reads: the block after the selected statement's last word, or that a third down the window. */
    placeRead(): Span | null {
      const end = selected ? (hull(selected.content)?.[1] ?? 0) : -1;
      const blocks = parts.flatMap((part, i) =>
        part.kind === "furniture" ? [] : markedOf(part).map(({ span }) => ({ span, i })),
      );
      const at = selected ? blocks.find(({ span }) => span[1] > end) : blocks.find(({ i }) => i >= reached);
      return (at ?? blocks.at(-1))?.span ?? null;
    },
    hashOf,
    /** Selects a statement, or none. */
    select(id: string | null): void {
      go(`${here.path}${here.search}${id ? `#${hashOf(id)}` : ""}`, { replace: true });
    },
    /** The statement `step` further in the list; from where one reads, if none is selected. */
    neighbour(step: 1 | -1): Attribution | null {
      const at = selected ? shown.findIndex((a) => a.id === selected.id) : -1;
      if (at >= 0) return shown[at + step] ?? null;
      const from = shown.findIndex((a) => (partOf.get(a.id) ?? 0) >= reached);
      return (step === 1 ? shown[Math.max(0, from)] : shown[from < 0 ? shown.length - 1 : from - 1]) ?? null;
    },
  };
}

/** Rejected statements stay in the list, so that they can be brought back. */
function withRejected(article: Article): Article {
  const { reading, rejected, reviews } = article;
  if (rejected.length === 0) return article;
  const first = (a: Attribution): number => a.content[0]?.[0] ?? 0;
  const attributions = [...reading.attributions, ...rejected.map((a) => ({ ...a, review: "rejected" as const }))];
  attributions.sort((a, b) => first(a) - first(b));
  const states = Object.fromEntries(rejected.map(({ id }) => [id, "rejected" as const]));
  return { ...article, reading: { ...reading, attributions }, reviews: { ...reviews, ...states } };
}

const meet = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1];
