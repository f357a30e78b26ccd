/** The article on the page: blocks with their marks, the voices in the margin, and what is not the article folded away. */
import type { Attribution, BlockKind, Furniture, Reading, Span } from "../document.ts";
import { furnitureWords, kindWords, speakerName } from "../views/labels.ts";
import { type Came, howItCame } from "../attribution/relay.ts";
import { wordsAt } from "../attribution/statements.ts";
import { escapeHtml } from "./html-text.ts";

type Role = "source" | "cue" | "content";

interface Cut {
  role: Role;
  span: Span;
  a: Attribution;
}

const ROLE_WORDS: Readonly<Record<Role, string>> = { source: "the source", cue: "the cue", content: "what is said" };
const TAG: Readonly<Record<Exclude<BlockKind, "headline" | "list">, string>> = {
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

type Part = { span: Span; kind: BlockKind } | { span: Span; furniture: Furniture };

/** Renders blocks and furniture in order of the text. */
export function body(reading: Reading, statements: readonly Attribution[]): Body {
  const marks = new Marks(reading, statements);
  const parts: Part[] = [
    ...reading.blocks,
    ...reading.furniture.map((furniture) => ({ span: furniture.span, furniture })),
  ].sort((x, y) => x.span[0] - y.span[0]);
  let headline: string | null = null;
  const out: string[] = [];
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Part;
    if ("furniture" in part) {
      const group = run(parts, i, (p): p is typeof part => "furniture" in p);
      i += group.length - 1;
      out.push(
        fold(
          group.map((p) => p.furniture),
          marks,
        ),
      );
    } else if (part.kind === "headline" && headline === null) headline = marks.block(part.span).html;
    else if (part.kind === "list") {
      const group = run(parts, i, (p): p is typeof part => "kind" in p && p.kind === "list");
      i += group.length - 1;
      const items = group.map((p) => marks.block(p.span));
      out.push(
        row(
          `<ul class="list">${items.map(({ html }) => `<li>${html}</li>`).join("")}</ul>`,
          items.flatMap(({ begun }) => begun),
          marks,
        ),
      );
    } else {
      const { html, begun } = marks.block(part.span);
      const tag = part.kind === "headline" ? "h2" : TAG[part.kind as keyof typeof TAG];
      out.push(row(`<${tag} class="${part.kind}">${html}</${tag}>`, begun, marks));
    }
  }
  return { headline, rest: out.join("\n"), anchored: marks.anchored };
}

/** The parts from `at` on that are of one sort. */
function run<P extends Part>(parts: readonly Part[], at: number, same: (part: Part) => part is P): P[] {
  const group: P[] = [];
  for (let i = at; i < parts.length; i++) {
    const part = parts[i] as Part;
    if (!same(part)) break;
    group.push(part);
  }
  return group;
}

/** Whoever begins to speak in a block stands beside it. The list of statements says the same to a screen reader. */
function row(html: string, begun: readonly Attribution[], marks: Marks): string {
  const names = new Map<string, Set<string>>();
  for (const a of begun) {
    const name = speakerName(a, wordsAt(marks.reading.text, a.source));
    const how = names.get(name) ?? new Set<string>();
    names.set(name, how.add(a.act === "silence" ? "no answer" : marks.came(a)));
  }
  const notes = [...names].map(
    ([name, how]) => `<span class="voice"><b>${escapeHtml(name)}</b> ${escapeHtml([...how].join(", "))}</span>`,
  );
  return `<div class="row">${notes.length > 0 ? `<div class="margin" aria-hidden="true">${notes.join("")}</div>` : ""}${html}</div>`;
}

/** Neighbouring pieces of furniture in one fold that tells how many lines it holds and of what kinds. */
function fold(group: readonly Furniture[], marks: Marks): string {
  const lines = (f: Furniture): number =>
    marks.reading.text
      .slice(...f.span)
      .split("\n")
      .filter((line) => line.trim() !== "").length;
  const counts = new Map<Furniture["kind"], number>();
  for (const f of group) counts.set(f.kind, (counts.get(f.kind) ?? 0) + lines(f));
  const n = group.reduce((sum, f) => sum + lines(f), 0);
  const kinds = [...counts].map(([kind, many]) => furnitureWords(kind, many)).join(", ");
  const items = group.map(
    (f) =>
      `<li><p>${marks.block(f.span).html}</p><p class="reason">${escapeHtml(`${furnitureWords(f.kind)}: ${f.reason}`)}</p></li>`,
  );
  return `<div class="row"><details class="furniture"><summary>${n} ${n === 1 ? "line that is" : "lines that are"} not the article: ${escapeHtml(kinds)}</summary><ul>${items.join("")}</ul></details></div>`;
}

/** Cuts the text at every edge of a marked span, so that overlapping marks nest nowhere. Blocks must be asked for in order. */
class Marks {
  readonly reading: Reading;
  readonly anchored = new Set<string>();
  readonly #cuts: Cut[];
  readonly #came = new Map<string, Came>();
  /** Where the last span of each statement ends. */
  readonly #end = new Map<string, number>();
  #next = 0;
  #active: Cut[] = [];

  constructor(reading: Reading, statements: readonly Attribution[]) {
    this.reading = reading;
    this.#cuts = statements
      .flatMap((a): Cut[] =>
        (["content", "source", "cue"] as const).flatMap((role) => a[role].map((span) => ({ role, span, a }))),
      )
      .sort((x, y) => x.span[0] - y.span[0]);
    for (const a of statements) this.#came.set(a.id, howItCame(a, reading));
    for (const { a, span } of this.#cuts) this.#end.set(a.id, Math.max(span[1], this.#end.get(a.id) ?? 0));
  }

  came(a: Attribution): Came {
    return this.#came.get(a.id) ?? "first-hand";
  }

  /** HTML of a stretch of text, and the statements of which the first words stand in it. */
  block([start, end]: Span): { html: string; begun: Attribution[] } {
    for (let cut = this.#cuts[this.#next]; cut && cut.span[0] < end; cut = this.#cuts[++this.#next])
      this.#active.push(cut);
    this.#active = this.#active.filter((c) => c.span[1] > start);
    const edges = new Set([start, end]);
    for (const { span } of this.#active) for (const edge of span) if (edge > start && edge < end) edges.add(edge);
    const sorted = [...edges].sort((a, b) => a - b);
    const begun: Attribution[] = [];
    let html = "";
    for (let i = 0; i + 1 < sorted.length; i++) {
      const span: Span = [sorted[i] as number, sorted[i + 1] as number];
      const covering = this.#active.filter((c) => c.span[0] <= span[0] && c.span[1] >= span[1]);
      html += this.#segment(span, covering, begun);
    }
    return { html, begun };
  }

  #segment([from, to]: Span, covering: readonly Cut[], begun: Attribution[]): string {
    const words = escapeHtml(this.reading.text.slice(from, to));
    const innermost = shortest(covering);
    if (!innermost) return words;
    const content = shortest(covering.filter((c) => c.role === "content"));
    const roles = new Set(covering.filter((c) => c.a === innermost.a || c.role === "content").map((c) => c.role));
    const { a } = content ?? innermost;
    // Each statement gets one place to jump to; where two begin with the same words and one ends there, an empty one.
    const fresh = [...new Set(covering.map((c) => c.a))].filter((b) => !this.anchored.has(b.id));
    const anchor = fresh.includes(innermost.a) ? innermost.a : fresh[0];
    const empty = fresh.filter((b) => b !== anchor && (this.#end.get(b.id) ?? 0) <= to);
    for (const b of [...(anchor ? [anchor] : []), ...empty]) {
      this.anchored.add(b.id);
      begun.push(b);
    }
    const title = `${speakerName(innermost.a, wordsAt(this.reading.text, innermost.a.source))} (${kindWords(innermost.a.kind)}): ${ROLE_WORDS[innermost.role]}, ${this.came(innermost.a)}`;
    const place = anchor ? ` id="t-${anchor.id}"` : ' tabindex="-1"';
    return `${empty.map((b) => `<span id="t-${b.id}"></span>`).join("")}<a class="mark ${[...roles].join(" ")} ${a.kind} ${this.came(a)}"${place} href="#s-${(anchor ?? innermost.a).id}" title="${escapeHtml(title)}">${words}</a>`;
  }
}

const shortest = (cuts: readonly Cut[]): Cut | undefined =>
  cuts.reduce<Cut | undefined>(
    (best, c) => (best && best.span[1] - best.span[0] < c.span[1] - c.span[0] ? best : c),
    undefined,
  );
