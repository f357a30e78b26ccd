/**
 * What the index of words holds of a statement beside its words: labels, dates, its article and its names, as words that no text holds.
 * They stand behind the words in one column, since an index names the column of each word of each row, which takes more room than the word.
 */
import { ACTS, FORMS, FRAMINGS, KINDS, NAMINGS } from "../../../document.ts";
import type { NameField } from "../../query/query.ts";
import { moreOf } from "../words-of-rows.ts";

/** Begins each code: a letter to the index, and of private use, so that neither a text nor a user's words keep it (`withoutMark`). */
const MARK = "\u{E000}";
const MARK_SQL = "char(57344)";

/** @param text SQL for it */
export const withoutMark = (text: string): string => `replace(${text}, ${MARK_SQL}, ' ')`;
export const cleared = (words: string): string => words.replaceAll(MARK, " ");

/** Labels that share a code, each with all its values: few values go together, and one code takes less room than two. */
const PAIRS = [
  { k: { field: "kind", values: KINDS }, l: { field: "naming", values: NAMINGS } },
  { k: { field: "form", values: FORMS }, l: { field: "framing", values: FRAMINGS } },
  { k: { field: "act", values: ACTS }, l: { field: "negated", values: ["0", "1"] } },
] as const;

const pair = (k: string, l: string): string => `${MARK}${k}${MARK}${l}`;
const word = (letter: string, rest: string | number): string => `${MARK}${letter}${rest}`;
const wordSql = (letter: string, rest: string): string => `${MARK_SQL} || '${letter}' || ${rest}`;
const digits = (length: number): string => `replace(substr(a.published, 1, ${length}), '-', '')`;

/** Codes of one word, by what they tell. No label begins with a capital. */
const NAMED: Record<NameField, string> = { speaker: "S", outlet: "O", channel: "C", via: "V", byline: "B" };
const numbered = (field: NameField, name: string): string =>
  wordSql(NAMED[field], `(SELECT id FROM search_values WHERE value = ${name})`);
/** Names of an article, of a statement; who speaks is told by its profile. */
export const ARTICLE_NAMES = ["outlet", "byline"] as const;
export const STATEMENT_NAMES = ["channel", "via"] as const;

/** SQL for the codes of a statement, over `statement_rows r`, its article `a`, labels `l` and profile `p`. */
export const CODES_SQL = [
  ...PAIRS.map(({ k, l }) => `${MARK_SQL} || l.${k.field} || ${MARK_SQL} || l.${l.field}`),
  wordSql("A", "a.id"),
  wordSql("M", digits(7)),
  `coalesce(${wordSql("D", digits(10))}, ${wordSql("D", "'none'")})`,
  `iif(${moreOf("via")} IS NULL, NULL, ${wordSql("R", "'elayed'")})`,
  `iif(r.review IS NULL, NULL, ${wordSql("R", "'confirmed'")} || ' ' || ${wordSql("R", "r.review")})`,
  wordSql(NAMED.speaker, "p.speaker"),
  wordSql(NAMED.outlet, "r.outlet"),
  numbered("byline", "a.byline"),
  ...STATEMENT_NAMES.map((field) => numbered(field, moreOf(field))),
].join(", ");

/** The codes of which a statement with this label has one; none where nothing tells. */
export function labelCodes(field: string, value: string): string[] {
  for (const { k, l } of PAIRS) {
    if (field === k.field) return l.values.map((other) => pair(value, other));
    if (field === l.field) return k.values.map((other) => pair(other, value));
  }
  return [];
}

/** Which no statement has. */
export const NOTHING = word("N", "othing");
/** Of these each statement has one. */
export const ALL_CODES: readonly string[] = FORMS.flatMap((form) => labelCodes("form", form));
export const RELAYED = word("R", "elayed");
export const reviewCode = (review: string): string => word("R", review);
/** @param month YYYYMM, or YYYY for a date that tells no month */
export const monthCode = (month: string): string => word("M", month);
/** @param day YYYYMMDD, or what of it is told */
export const dayCode = (day: string): string => word("D", day);
export const UNDATED = dayCode("none");
export const articleCode = (id: number): string => word("A", id);
/** @param id in `search_values` */
export const nameCode = (field: NameField, id: number): string => word(NAMED[field], id);
