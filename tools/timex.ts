/**
 * Time phrases of news against hand-made values: `node tools/timex.ts [--list train|held] [--shared FOLDER]`. Takes the
 * dates and times that MEANTIME marks (Minard et al. 2016; 120 Wikinews articles), gives each to the calendar with its
 * sentence, and compares the values. Documents in sorted order are split by turns: rules are written looking at the
 * `train` half only. Relative dates are those whose words do not name their year. Values without a calendar date
 * (PAST_REF, XXXX-XX-XX) are counted apart: there, no value is right.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { firstDay, lastDay, mondayOf, plusDays, quarter } from "../src/attribution/calendar/days.ts";
import { timePhrases } from "../src/attribution/calendar/phrases.ts";
import { liesAhead } from "../src/attribution/calendar/tense.ts";
import { datesTold } from "../src/attribution/calendar/told.ts";
import { dateOf } from "../src/attribution/calendar.ts";
import { seasonOf } from "../src/attribution/calendar/absolute.ts";
import type { Span } from "../src/document.ts";

const { values: flags } = parseArgs({
  options: { list: { type: "string" }, shared: { type: "string", default: "../shared" } },
});

interface Marked {
  words: string;
  span: Span;
  sentence: Span;
  value: string;
}

interface Article {
  name: string;
  text: string;
  created: string;
  marked: Marked[];
}

const attributes = (tag: string): Record<string, string> =>
  Object.fromEntries([...tag.matchAll(/(\w+)="([^"]*)"/g)].map((m) => [m[1] as string, m[2] as string]));
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const plain = (xml: string): string => xml.replace(/&(\w+);/g, (all, name: string) => ENTITIES[name] ?? all);

/** The tokens joined by blanks, but for marks that belong to the word before, with what is marked on them. */
function open(file: string): Article | null {
  const xml = readFileSync(file, "utf8");
  let text = "";
  const at = new Map<string, Span>();
  const sentences = new Map<string, Span>();
  const sentenceOf = new Map<string, string>();
  for (const match of xml.matchAll(/<token ([^>]*)>([^<]*)<\/token>/g)) {
    const { t_id = "", sentence = "" } = attributes(match[1] as string);
    const word = plain(match[2] as string);
    if (text !== "")
      text += sentences.has(sentence)
        ? /^(?:[.,;:!?)]|['’]\p{L}|n['’]t$)/u.test(word) || text.endsWith("(")
          ? ""
          : " "
        : "\n";
    const start = text.length;
    text += word;
    at.set(t_id, [start, text.length]);
    sentenceOf.set(t_id, sentence);
    sentences.set(sentence, [sentences.get(sentence)?.[0] ?? start, text.length]);
  }
  let created: string | null = null;
  const marked: Marked[] = [];
  for (const match of xml.matchAll(/<TIMEX3 ([^>]*?)(?:\/>|>([\s\S]*?)<\/TIMEX3>)/g)) {
    const { type = "", value = "", functionInDocument } = attributes(match[1] as string);
    const ids = [...(match[2] ?? "").matchAll(/t_id="(\d+)"/g)].map((m) => m[1] as string);
    if (functionInDocument === "CREATION_TIME") {
      created = value;
      continue;
    }
    const spans = ids.map((id) => at.get(id)).filter((s): s is Span => s !== undefined);
    const [first] = ids;
    // Some durations are marked as dates; they have no date to be compared.
    if (
      !first ||
      spans.length === 0 ||
      (type !== "DATE" && type !== "TIME") ||
      (value.startsWith("P") && /\d/.test(value))
    )
      continue;
    const span: Span = [Math.min(...spans.map((s) => s[0])), Math.max(...spans.map((s) => s[1]))];
    marked.push({
      words: text.slice(...span),
      span,
      sentence: sentences.get(sentenceOf.get(first) ?? "") ?? span,
      value,
    });
  }
  // Where the mark of the creation time is missing or mistyped, the dateline that every article carries tells it.
  if (!created || !/^\d{4}-\d{2}-\d{2}/.test(created)) {
    const line = timePhrases(text, [0, Math.min(text.length, 400)]).map((p) =>
      dateOf(text.slice(...p.span), { from: null }),
    );
    created = line.find((v) => v !== null && v.length === 10) ?? null;
  }
  return created ? { name: file, text, created, marked } : null;
}

/** First and last day of a TIMEX3 value; `null` when it is no calendar date. Hours are read as their day. */
function days(value: string): string | null {
  const day = /^\d{4}-\d{2}-\d{2}/.exec(value);
  if (day) return `${day[0]}/${day[0]}`;
  const week = /^(\d{4})-W(\d{2})(-WE)?$/.exec(value);
  if (week) {
    const monday = plusDays(mondayOf(`${week[1]}-01-04`), 7 * (Number(week[2]) - 1));
    return week[3] ? `${plusDays(monday, 5)}/${plusDays(monday, 6)}` : `${monday}/${plusDays(monday, 6)}`;
  }
  const part = /^(\d{4})-Q([1-4])$/.exec(value);
  if (part) return both(quarter(Number(part[1]), Number(part[2])));
  const season = /^(\d{4})-(SP|SU|FA|WI)$/.exec(value);
  if (season)
    return both(
      seasonOf(Number(season[1]), { SP: "spring", SU: "summer", FA: "autumn", WI: "winter" }[season[2] as "SP"]),
    );
  const month = /^(\d{4}-\d{2})(?:-XX)?$/.exec(value);
  if (month) return both(month[1] as string);
  if (/^\d{4}$/.test(value)) return both(value);
  return /^\d{3}$/.test(value) ? both(`${value}0/${value}9`) : null;
}
/** Where the second line before the one that starts at `start` starts. */
function twoBefore(text: string, start: number): number {
  let at = start;
  for (let i = 0; i < 2 && at > 0; i++) at = text.lastIndexOf("\n", at - 2) + 1;
  return at;
}

const both = (value: string): string => `${firstDay(value)}/${lastDay(value)}`;

const NAMES_ITS_YEAR = /\b(?:1[5-9]|20)\d{2}\b/;
const folder = join(flags.shared, "data/meantime/intra-doc_annotation");
const files = readdirSync(folder)
  .flatMap((part) => readdirSync(join(folder, part)).map((f) => join(folder, part, f)))
  .filter((f) => f.endsWith(".xml"))
  .sort();
const tally = {
  train: { documents: 0, relative: [0, 0], all: [0, 0], none: [0, 0] },
  held: { documents: 0, relative: [0, 0], all: [0, 0], none: [0, 0] },
};
for (const [i, file] of files.entries()) {
  const half = i % 2 === 0 ? "train" : "held";
  const article = open(file);
  if (!article) continue;
  tally[half].documents++;
  for (const { words, span, sentence, value } of article.marked) {
    const future = liesAhead(article.text, sentence, span);
    // The corpus does not tell paragraphs: what was told in the two sentences before counts as told just before.
    const nearby = twoBefore(article.text, sentence[0]);
    const told = datesTold(article.text, [nearby, sentence[1]], span[0], article.created);
    const ours = dateOf(words, { from: article.created, future, told });
    const gold = days(value);
    const right = (ours ? both(ours) : null) === gold;
    const count = ([r, of]: number[]): number[] => [(r ?? 0) + (right ? 1 : 0), (of ?? 0) + 1];
    const t = tally[half];
    if (gold === null) t.none = count(t.none);
    else {
      t.all = count(t.all);
      if (!NAMES_ITS_YEAR.test(words)) t.relative = count(t.relative);
    }
    if (flags.list === half && !right)
      console.log(
        `${article.created} “${words}” is ${value}, read as ${ours}: ${article.text.slice(Math.max(sentence[0], span[0] - 70), span[1] + 40)}`,
      );
  }
}
const share = ([right = 0, of = 0]: number[]): string => `${((100 * right) / of).toFixed(1)} % of ${of}`;
for (const [half, t] of Object.entries(tally))
  console.log(
    `${half.padEnd(6)} ${t.documents} documents: relative dates ${share(t.relative)}, all dates ${share(t.all)}; none given where there is none ${share(t.none)}`,
  );
