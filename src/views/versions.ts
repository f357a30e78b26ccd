/** What differs between the versions of an article: words, statements, and what became of decisions. */
import type { Archive } from "../archive/archive.ts";
import type { Corrected } from "../archive/corrections/apply.ts";
import { decisionChanges, type FieldChange, statementChanges } from "../archive/corrections/versions.ts";
import type { DiffPart } from "../archive/trace/diff.ts";
import { diffText } from "../archive/trace/diff-text.ts";
import { wordsAt } from "../attribution/statements.ts";
import type { Attribution, Reading } from "../document.ts";
import { speakerName } from "./labels.ts";
import { headOf, type LeftBehind } from "./review.ts";

/** Words shown around a change, in UTF-16 units. */
const CONTEXT = 60;
/** More passages than this are counted and not shown. */
const MOST_PASSAGES = 500;

/** Words that were replaced, left out (`added` is empty) or put in (`removed` is empty), with what stands around them. */
export interface Passage {
  before: string;
  removed: string;
  added: string;
  after: string;
}

export interface VersionStatement {
  id: string;
  speaker: string;
  content: string;
}

/** From one version to the next. */
export interface VersionChange {
  from: number;
  to: number;
  passages: Passage[];
  /** Passages beyond those shown. */
  more: number;
  came: VersionStatement[];
  went: VersionStatement[];
  changed: (VersionStatement & { earlierId: string; fields: FieldChange[] })[];
  /** Decisions whose words stand elsewhere now, or nearly so. */
  moved: LeftBehind[];
  lost: LeftBehind[];
}

export interface VersionsView {
  doc: string;
  /** Versions that are kept, oldest first. */
  versions: number[];
  changes: VersionChange[];
}

/** Changes from each version to the next, or only those that led to `only`; `null` when the article, or that version, is not there. */
export async function versionsView(archive: Archive, doc: string, only?: number): Promise<VersionsView | null> {
  const versions = (await archive.versions(doc)).map(({ version }) => version);
  if (versions.length === 0 || (only !== undefined && !versions.includes(only))) return null;
  const changes: VersionChange[] = [];
  for (const [i, to] of versions.entries()) {
    const from = versions[i - 1];
    if (from === undefined || (only !== undefined && to !== only)) continue;
    const [earlier, later] = [await archive.corrected(doc, from), await archive.corrected(doc, to)];
    if (earlier && later) changes.push({ from, to, ...changeOf(earlier, later) });
  }
  return { doc, versions, changes };
}

function changeOf(earlier: Corrected, later: Corrected): Omit<VersionChange, "from" | "to"> {
  const passages = passagesOf(diffText(earlier.reading.text, later.reading.text));
  const { came, went, changed } = statementChanges(earlier.reading, later.reading);
  const { moved, lost } = decisionChanges(earlier, later);
  return {
    passages: passages.slice(0, MOST_PASSAGES),
    more: Math.max(0, passages.length - MOST_PASSAGES),
    came: came.map((a) => shown(a, later.reading)),
    went: went.map((a) => shown(a, earlier.reading)),
    changed: changed.map(({ before, after, fields }) => ({
      ...shown(after, later.reading),
      earlierId: before.id,
      fields,
    })),
    moved: moved.map(({ event, state }) => ({
      ...headOf(event),
      reason: state === "moved" ? "its words stand elsewhere now" : "its words have changed a little; look at it again",
    })),
    lost: lost.map(({ event, reason }) => ({ ...headOf(event), reason })),
  };
}

const shown = (a: Attribution, { text }: Reading): VersionStatement => ({
  id: a.id,
  speaker: speakerName(a, wordsAt(text, a.source)),
  content: wordsAt(text, a.content),
});

function passagesOf(parts: readonly DiffPart[]): Passage[] {
  const passages: Passage[] = [];
  let open: Passage | null = null;
  let before = "";
  for (const { kind, text } of parts) {
    if (kind === "same") {
      if (open) open.after = text.slice(0, CONTEXT);
      open = null;
      before = text.slice(-CONTEXT);
      continue;
    }
    if (!open) {
      open = { before, removed: "", added: "", after: "" };
      passages.push(open);
    }
    open[kind] += text;
  }
  return passages;
}
