/** What a human decides about the statements of the open article: shown at once, saved at once. */
import { placesAt } from "../../archive/corrections/target.ts";
import type { Attribution, Reading, Review, Span } from "../../document.ts";
import { hull } from "../../attribution/spans.ts";
import type { Article } from "../api/types.ts";
import { t } from "../messages/say.svelte.ts";
import { settings } from "../settings/settings.svelte.ts";
import type { ReaderModel } from "./model.svelte.ts";
import { blank, judged, patched } from "./optimistic.ts";
import { flush, passes, post, recall, unsent } from "./outbox.svelte.ts";
import { wordBefore, atWords } from "./words.ts";

/** A part of a statement whose words are chosen in the text; `added`: what a new statement says. */
export type Setting = "source" | "cue" | "content" | "added";

export interface Picking {
  setting: Setting;
  /** The statement concerned; `null` for a new one. */
  statement: string | null;
  span: Span;
}

export type Corrector = ReturnType<typeof correct>;

const NAMELESS = "reader";

export function correct(model: ReaderModel) {
  let picking = $state.raw<Picking | null>(null);
  let naming = $state(false);
  let status = $state("");

  const open = (): Article | null => model.article.data;
  const author = (): string => settings.author.trim() || NAMELESS;

  /** Shows `shown` at once and sends; unless that was the `whole` change, what the server made of it is shown then. */
  async function decide(
    event: Record<string, unknown>,
    shown: Article | null,
    done: string,
    { whole = false } = {},
  ): Promise<void> {
    const article = open();
    if (!article) return;
    if (article.head.version !== article.versions.at(-1)?.version) {
      status = t().correct.earlierVersion;
      return;
    }
    if (shown) model.article.put(shown);
    status = done;
    const path = `/api/articles/${encodeURIComponent(article.head.doc)}/corrections`;
    await settled(post({ path, body: { ...event, author: author() } }), whole);
  }

  /** @param whole all that it changes is shown already */
  async function settled(sent: ReturnType<typeof post>, whole: boolean): Promise<void> {
    const { error, nothing, added } = await sent;
    if (error && passes(error)) {
      status = t().correct.kept(unsent());
      return;
    }
    if (error) status = t().correct.failed(error.message);
    else if (nothing) status = t().correct.nothingToUndo;
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
    if (setting === "added") {
      if (chosen) picking = { setting, statement: null, span: chosen };
      else status = t().keys.action.add;
      return;
    }
    if (!a) {
      status = t().correct.selectFirst;
      return;
    }
    const near = hull([...a.source, ...a.cue, ...a.content]) ?? [0, 0];
    const span = chosen ?? hull(a[setting]) ?? wordBefore(reading.text, near[0]) ?? near;
    picking = { setting, statement: a.id, span };
  }

  function save(): void {
    const article = open();
    if (!picking || !article) return;
    const { setting, statement, span } = picking;
    const { text } = article.reading;
    picking = null;
    if (setting === "added") {
      const { source, cue, content, channel, when: _, ...labels } = blank(text, span);
      const places = { source: placesAt(text, source), cue: placesAt(text, cue), content: placesAt(text, content) };
      const added = { ...places, labels: { ...labels, channel: placesAt(text, channel), when: null } };
      void decide({ type: "add", added }, null, t().correct.added);
    } else if (statement) setSpans(statement, setting, [span]);
  }

  function setSpans(id: string, setting: Exclude<Setting, "added">, spans: Span[]): void {
    const article = open();
    if (!article) return;
    const set = { [setting]: placesAt(article.reading.text, spans) };
    void decide({ type: "edit", statement: id, set }, patched(article, id, { [setting]: spans }), t().correct.changed);
  }

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
      else void settled(post({ path: "/api/undo", body: { doc: article.head.doc, author: author() } }), false);
    },
    /** Sends what could not be sent. */
    retry(): void {
      void settled(flush(), false);
    },
    say(words: string): void {
      status = words;
    },
  };
}
