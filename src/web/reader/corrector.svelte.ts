/** What a human decides about the statements of the open article: shown at once, saved at once. */
import type { Decision } from "../../archive/corrections/decide.ts";
import { placesAt } from "../../archive/corrections/target.ts";
import type { Attribution, FurnitureKind, Reading, Review, Span } from "../../document.ts";
import { hull } from "../../attribution/spans.ts";
import type { Article } from "../api/types.ts";
import { t } from "../messages/say.svelte.ts";
import { authorName } from "../settings/settings.svelte.ts";
import type { ReaderModel } from "./model.svelte.ts";
import { blank, judged, patched } from "./optimistic.ts";
import { flush, passes, post, recall, unsent } from "./outbox.svelte.ts";
import { atWords, wordAfter, wordBefore } from "./words.ts";

/** A part of a statement whose words are chosen in the text; `added`: what a new statement says; `furniture`: what is set aside. */
export type Setting = "source" | "cue" | "content" | "added" | "furniture";

export interface Picking {
  setting: Setting;
  /** The statement concerned; `null` for a new one and for furniture. */
  statement: string | null;
  span: Span;
  /** What is set aside, where furniture is chosen. */
  kind: FurnitureKind;
}

export type Corrector = ReturnType<typeof correct>;

/** What a human sets aside is that, unless they say otherwise. */
const USUAL: FurnitureKind = "promo";

export function correct(model: ReaderModel) {
  let picking = $state.raw<Picking | null>(null);
  let naming = $state(false);
  let status = $state("");

  const open = (): Article | null => model.article.data;

  /** Shows `shown` at once and sends; unless that was the `whole` change, what the server made of it is shown then. */
  async function decide(event: Decision, shown: Article | null, done: string, { whole = false } = {}): Promise<void> {
    const article = open();
    if (!article) return;
    if (article.head.version !== article.versions.at(-1)?.version) {
      status = t().correct.earlierVersion;
      return;
    }
    if (shown) model.article.put(shown);
    status = done;
    const path = "/api/articles/{doc}/corrections" as const;
    const fields = { doc: article.head.doc };
    await settled(post({ path, fields, body: { ...event, author: authorName() } }), { whole });
  }

  /** @param whole all that it changes is shown already; @param none what is said where there was nothing to take back */
  async function settled(sent: ReturnType<typeof post>, { whole = false, none = "" } = {}): Promise<void> {
    const { error, nothing, added } = await sent;
    if (error && passes(error)) {
      status = t().correct.kept(unsent());
      return;
    }
    if (error) status = t().correct.failed(error.message);
    else if (nothing && none) status = none;
    if (error || !whole) model.article.again();
    if (added) model.select(added);
  }

  function judge(type: "accept" | "reject", a: Attribution): void {
    const article = open();
    if (!article) return;
    const [review, done] = (
      { accept: ["accepted", t().correct.accepted], reject: ["rejected", t().correct.rejected] } as const
    )[type];
    void decide({ type, statement: a.id }, judged(article, a.id, review satisfies Review), done, {
      whole: true,
    });
  }

  /** Where choosing begins: at the words that are there now, or next to them. */
  function begin(setting: Setting, a: Attribution | null, reading: Reading, selection: Span | null): void {
    naming = false;
    const chosen = selection && atWords(reading.text, selection);
    if (setting === "added" || setting === "furniture") {
      const here = model.placeRead();
      const span = chosen ?? (setting === "furniture" ? here : here && wordAfter(reading.text, here[0]));
      if (span) picking = { setting, statement: null, span, kind: picking?.kind ?? USUAL };
      return;
    }
    if (!a) {
      status = t().correct.selectFirst;
      return;
    }
    const near = hull([...a.source, ...a.cue, ...a.content]) ?? [0, 0];
    const span = chosen ?? hull(a[setting]) ?? wordBefore(reading.text, near[0]) ?? near;
    picking = { setting, statement: a.id, span, kind: USUAL };
  }

  function save(): void {
    const article = open();
    if (!picking || !article) return;
    const { setting, statement, span, kind } = picking;
    const { text } = article.reading;
    picking = null;
    if (setting === "furniture") mark(span, kind);
    else if (setting === "added") {
      const { source, cue, content, channel, when: _, within: __, ...labels } = blank(text, span);
      const places = { source: placesAt(text, source), cue: placesAt(text, cue), content: placesAt(text, content) };
      const added = { ...places, labels: { ...labels, channel: placesAt(text, channel), when: null } };
      void decide({ type: "add", added }, null, t().correct.added);
    } else if (statement) setSpans(statement, setting, [span]);
  }

  /** Sets a stretch aside as what it is; `null` takes it back into the article. */
  function mark(span: Span, kind: FurnitureKind | null): void {
    const article = open();
    const [place] = article ? placesAt(article.reading.text, [span]) : [];
    if (!place) return;
    if (kind) void decide({ type: "mark-furniture", place, kind }, null, t().correct.setAside);
    else void decide({ type: "unmark-furniture", place }, null, t().correct.takenBack);
  }

  function setSpans(id: string, setting: "source" | "cue" | "content", spans: Span[]): void {
    const article = open();
    if (!article) return;
    const set = { [setting]: placesAt(article.reading.text, spans) };
    void decide({ type: "edit", statement: id, set }, patched(article, id, { [setting]: spans }), t().correct.changed);
  }

  const back = (which: "undo" | "redo", doc: string, none: string): Promise<void> =>
    settled(post({ path: `/api/${which}`, fields: {}, body: { doc, author: authorName() } }), { none });

  return {
    get picking() {
      return picking;
    },
    get naming() {
      return naming;
    },
    set naming(on: boolean) {
      naming = on;
      if (on) picking = null;
    },
    get status() {
      return status;
    },
    accept: (a: Attribution): void => judge("accept", a),
    reject: (a: Attribution): void => judge("reject", a),
    begin,
    choose(span: Span): void {
      if (picking) picking = { ...picking, span };
    },
    chooseKind(kind: FurnitureKind): void {
      if (picking) picking = { ...picking, kind };
    },
    /** What was set aside belongs to the article after all. */
    unmark: (span: Span): void => mark(span, null),
    save,
    /** Takes the words of a source or a cue away: there is none. */
    clear(): void {
      if (picking?.statement && (picking.setting === "source" || picking.setting === "cue"))
        setSpans(picking.statement, picking.setting, []);
      picking = null;
    },
    leave(): void {
      picking = null;
      naming = false;
    },
    setSpeaker(a: Attribution, name: string): void {
      const article = open();
      const entity = name.trim() || null;
      naming = false;
      if (!article || entity === a.entity) return;
      const known = article.reading.attributions.find((other) => other.entity === entity && entity !== null);
      const speaker = known
        ? { entity, kind: known.kind, naming: known.naming, role: known.role }
        : entity
          ? { entity, kind: a.kind === "none" ? ("person" as const) : a.kind, naming: "named" as const }
          : { entity: null, kind: "none" as const, naming: "none" as const };
      void decide(
        { type: "reassign-speaker", statement: a.id, speaker },
        patched(article, a.id, speaker),
        t().correct.changed,
      );
    },
    undo(): void {
      const article = open();
      if (!article) return;
      status = t().correct.undone;
      if (recall()) model.article.again();
      else void back("undo", article.head.doc, t().correct.nothingToUndo);
    },
    redo(): void {
      const article = open();
      if (!article) return;
      status = t().correct.redone;
      void back("redo", article.head.doc, t().correct.nothingToRedo);
    },
    /** Sends what could not be sent. */
    retry(): void {
      void settled(flush());
    },
    say(words: string): void {
      status = words;
    },
  };
}
