/** The article on the page: blocks with their marks, the voices in the margin, and what is not the article folded away. */
import { howItCame } from "../attribution/relay.ts";
import { wordsAt } from "../attribution/statements.ts";
import type { Attribution, BlockKind, Furniture, Reading } from "../document.ts";
import { furnitureWords, kindWords, speakerName } from "../views/labels.ts";
import { articleParts, linesIn, type Marked, type MarkRole, type Part, type Segment } from "../views/marks.ts";
import { escapeHtml } from "./html-text.ts";

const ROLE_WORDS: Readonly<Record<MarkRole, string>> = {
  source: "the source",
  cue: "the cue",
  content: "what is said",
};
const TAG: Readonly<Record<Exclude<BlockKind, "list">, string>> = {
  headline: "h2",
  paragraph: "p",
  heading: "h2",
  quotation: "blockquote",
  caption: "p",
};

/** The article in two parts, so that the headline can stand above whatever the page tells of the article. */
export interface Body {
  /** The first headline as HTML inside of `<h1>`; `null` where the text has none. */
  headline: string | null;
  rest: string;
  /** Statements that have a place in the text to jump to. */
  anchored: ReadonlySet<string>;
}

/** Renders blocks and furniture in order of the text. */
export function body(reading: Reading, statements: readonly Attribution[]): Body {
  const anchored = new Set<string>();
  let headline: string | null = null;
  const out: string[] = [];
  for (const part of articleParts(reading, statements)) {
    for (const { begun } of markedOf(part)) for (const { id } of begun) anchored.add(id);
    if (part.kind === "furniture") out.push(fold(part.items, reading));
    else if (part.kind === "headline" && headline === null) headline = inline(part.text, reading);
    else if (part.kind === "list") {
      const items = part.items.map((item) => `<li>${inline(item, reading)}</li>`);
      out.push(
        row(
          `<ul class="list">${items.join("")}</ul>`,
          part.items.flatMap(({ begun }) => begun),
          reading,
        ),
      );
    } else {
      const tag = TAG[part.kind];
      out.push(row(`<${tag} class="${part.kind}">${inline(part.text, reading)}</${tag}>`, part.text.begun, reading));
    }
  }
  return { headline, rest: out.join("\n"), anchored };
}

const markedOf = (part: Part): Marked[] =>
  part.kind === "furniture" ? part.items.map(({ text }) => text) : part.kind === "list" ? part.items : [part.text];

/** Whoever begins to speak in a block stands beside it. The list of statements says the same to a screen reader. */
function row(html: string, begun: readonly Attribution[], reading: Reading): string {
  const names = new Map<string, Set<string>>();
  for (const a of begun) {
    const name = speakerName(a, wordsAt(reading.text, a.source));
    const how = names.get(name) ?? new Set<string>();
    names.set(name, how.add(a.act === "silence" ? "no answer" : howItCame(a, reading)));
  }
  const notes = [...names].map(
    ([name, how]) => `<span class="voice"><b>${escapeHtml(name)}</b> ${escapeHtml([...how].join(", "))}</span>`,
  );
  return `<div class="row">${notes.length > 0 ? `<div class="margin" aria-hidden="true">${notes.join("")}</div>` : ""}${html}</div>`;
}

/** Neighbouring pieces of furniture in one fold that tells how many lines it holds and of what kinds. */
function fold(group: readonly { furniture: Furniture; text: Marked }[], reading: Reading): string {
  const counts = new Map<Furniture["kind"], number>();
  for (const { furniture: f } of group) counts.set(f.kind, (counts.get(f.kind) ?? 0) + linesIn(reading.text, f.span));
  const n = [...counts.values()].reduce((sum, many) => sum + many, 0);
  const kinds = [...counts].map(([kind, many]) => furnitureWords(kind, many)).join(", ");
  const items = group.map(
    ({ furniture: f, text }) =>
      `<li><p>${inline(text, reading)}</p><p class="reason">${escapeHtml(`${furnitureWords(f.kind)}: ${f.reason}`)}</p></li>`,
  );
  return `<div class="row"><details class="furniture"><summary>${n} ${n === 1 ? "line that is" : "lines that are"} not the article: ${escapeHtml(kinds)}</summary><ul>${items.join("")}</ul></details></div>`;
}

const inline = ({ segments }: Marked, reading: Reading): string =>
  segments.map((segment) => segmentHtml(segment, reading)).join("");

function segmentHtml({ span, mark }: Segment, { text }: Reading): string {
  const words = escapeHtml(text.slice(...span));
  if (!mark) return words;
  const { of, anchor } = mark;
  const title = `${speakerName(of, wordsAt(text, of.source))} (${kindWords(of.kind)}): ${ROLE_WORDS[mark.role]}, ${mark.came}`;
  const place = anchor ? ` id="t-${anchor.id}"` : ' tabindex="-1"';
  const empty = mark.also.map((b) => `<span id="t-${b.id}"></span>`).join("");
  return `${empty}<a class="mark ${mark.roles.join(" ")} ${mark.tint.kind} ${mark.tintCame}"${place} href="#s-${(anchor ?? of).id}" title="${escapeHtml(title)}">${words}</a>`;
}
