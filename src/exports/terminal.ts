/** A reading for a terminal: head, credits, statement by statement, and a summary. */
import { depths, ownStatements, wordsAt } from "../attribution/statements.ts";
import type { Attribution, Reading, TraceStep } from "../document.ts";
import { FURNITURE_KINDS, furnitureWords, labelWords, speakerName } from "../views/labels.ts";
import { provenanceLines, provenanceOf } from "../views/provenance.ts";
import { summarise } from "../views/summary.ts";
import { whyLines } from "../views/why.ts";

export interface TerminalOptions {
  /** Columns of the terminal. */
  width: number;
  colour: boolean;
  /** Add each step's account of each attribution. */
  explain: boolean;
}

const NARROWEST = 40;
const WIDEST = 100;
/**
 * Escape sequences, other control characters and marks that hide text or turn its direction never reach a terminal raw.
 * A joiner between two emoji (the firefighter is a person joined to an engine) and the tags of a flag hide nothing.
 */
const UNSAFE = new RegExp(
  [
    "\\u{1f3f4}[\\u{e0030}-\\u{e007a}]{2,8}\\u{e007f}",
    "(?<!\\p{Extended_Pictographic}[\\ufe0f\\p{Emoji_Modifier}]?)\\u200d",
    "\\u200d(?!\\p{Extended_Pictographic})",
    "[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u061c\\u200b\\u200c\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u2069\\ufeff\\u{e0000}-\\u{e007f}]",
  ].join("|"),
  "gu",
);
const FLAG = "\u{1f3f4}";

/** Article text made harmless for a terminal or a page: each unsafe character is shown as U+FFFD. */
export const harmless = (text: string): string =>
  text.replace(UNSAFE, (found) => (found.startsWith(FLAG) ? found : "\ufffd"));

/** Words of an article on one line: a paragraph's end within them would look like the end of what is shown. */
export const flat = (text: string): string => text.replace(/\s+/g, " ");

/** The whole reading as text that ends in a line break. */
export function toTerminal(reading: Reading, options: TerminalOptions): string {
  const width = Math.max(NARROWEST, Math.min(WIDEST, options.width));
  const paint = painter(options.colour);
  const out: string[] = [];
  const line = (text = "", indent = 0): void => {
    out.push(...(text === "" ? [""] : wrap(text, width - indent).map((l) => " ".repeat(indent) + l)));
  };
  const { article } = reading;
  line(paint.bold(harmless(article.title ?? reading.doc)));
  const head = [
    article.outlet,
    article.byline && `by ${article.byline}`,
    article.published?.slice(0, 16).replace("T", " "),
  ]
    .filter(Boolean)
    .join(" · ");
  if (head) line(harmless(head));
  for (const credit of reading.credits) {
    const who = [credit.person, credit.outlet].filter(Boolean).join(", ");
    line(paint.dim(`Credit: ${harmless(who || credit.text)}${credit.title ? ` – “${harmless(credit.title)}”` : ""}`));
  }
  const own = ownStatements(reading);
  const depth = depths(own);
  const steps = new Map<string | null, TraceStep[]>(own.map((a) => [a.id, []]));
  for (const step of reading.trace ?? []) steps.get(step.attribution)?.push(step);
  for (const a of own) {
    const indent = Math.min(6, 2 * (depth.get(a.id) ?? 0));
    line();
    line(
      `${paint.bold(harmless(speakerName(a, wordsAt(reading.text, a.source))))}${a.role && a.role !== a.entity ? harmless(`, ${a.role}`) : ""}`,
      indent,
    );
    const channel = a.channel.length > 0 ? [`via ${wordsAt(reading.text, a.channel)}`] : [];
    const when = a.when ? [a.when.value ?? wordsAt(reading.text, [a.when.span])] : [];
    const cue = a.cue.length > 0 ? [`“${wordsAt(reading.text, a.cue)}”`] : [];
    line(paint.tint(a, harmless([...labelWords(a), ...channel, ...when, ...cue].join(" · "))), indent + 2);
    line(harmless(wordsAt(reading.text, a.content)), indent + 2);
    if (options.explain) explain(a, steps.get(a.id) ?? [], (text) => line(paint.dim(harmless(text)), indent + 4));
  }
  line();
  for (const text of summaryLines(reading)) line(text);
  for (const f of reading.furniture)
    line(`[${furnitureWords(f.kind)}] ${harmless(flat(reading.text.slice(...f.span)))}`, 2);
  const aside = options.explain ? setAside(reading) : [];
  if (aside.length > 0) line();
  for (const text of aside) line(paint.dim(harmless(text)));
  return `${out.join("\n")}\n`;
}

/** How a statement's labels are known, and what steps changed its words. A change that a label tells anyway is not told again. */
function explain(a: Attribution, steps: readonly TraceStep[], line: (text: string) => void): void {
  for (const { about, reason, sure } of whyLines(a)) line(`${about}: ${reason} (${sure})`);
  const told = new Set(Object.values(a.why).map((why) => why.by));
  const changes = steps.filter((s) => s.did === "changed" && !told.has(s.step));
  for (const reason of new Set(changes.map((s) => s.reason))) line(`changed: ${reason}`);
}

/** What was read as a statement at first and is none of the article's: dropped, or standing in a teaser. */
function setAside(reading: Reading): string[] {
  const steps = (reading.trace ?? []).filter((s) => s.did === "dropped" || s.step === "furniture");
  const lines = steps.map(({ span, reason }) => {
    const words = span ? `“${shortened(wordsAt(reading.text, [span]))}”` : "a statement";
    return `set aside: ${words}, because ${reason}`;
  });
  return [...new Set(lines)];
}

const LONGEST_QUOTED = 120;
const shortened = (words: string): string =>
  words.length <= LONGEST_QUOTED ? words : `${words.slice(0, words.lastIndexOf(" ", LONGEST_QUOTED))} …`;

function summaryLines(reading: Reading): string[] {
  const s = summarise(reading);
  const many = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`;
  if (s.statements === 0) return ["No statements of others were found: the article speaks in its own voice."];
  const first = `${many(s.statements, "statement")} from ${many(s.sources, "source")}; ${s.direct} in direct quotation, ${s.hearsay} hearsay, ${s.role + s.anonymous} by unnamed sources, ${s.unsourced} without a source.`;
  const kinds = FURNITURE_KINDS.flatMap((kind) => (s.furniture[kind] ? [furnitureWords(kind, s.furniture[kind])] : []));
  const aside = kinds.length > 0 ? [`Set aside as not the article: ${kinds.join(", ")}.`] : [];
  return [first, ...provenanceLines(provenanceOf(reading)).map(harmless), ...aside];
}

/** Breaks text at blanks; a word longer than the width is left whole. Colour codes take no room. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let current = "";
  let room = 0;
  for (const word of text.split(" ")) {
    const size = word.replace(/\u001b\[[\d;]*m/g, "").length;
    if (current !== "" && room + 1 + size > width) {
      lines.push(current);
      current = word;
      room = size;
    } else {
      current = current === "" ? word : `${current} ${word}`;
      room += size + (room > 0 ? 1 : 0);
    }
  }
  lines.push(current);
  return lines;
}

function painter(colour: boolean) {
  const code =
    (open: number, close: number) =>
    (text: string): string =>
      colour ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  const tints = { hearsay: code(33, 39), distancing: code(35, 39), endorsing: code(32, 39), neutral: code(36, 39) };
  return {
    bold: code(1, 22),
    dim: code(2, 22),
    tint: (a: Attribution, text: string): string => tints[a.framing](text),
  };
}
