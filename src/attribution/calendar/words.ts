/** The words of the calendar, as parts of regular expressions (to be matched regardless of case) and as numbers. */

export const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
export const WEEKDAY = `(?:${WEEKDAYS.join("|")})`;
/** Months in full, and the short forms of agencies, which stand with a day or year only. */
export const MONTH =
  "(?:january|february|march|april|may|june|july|august|september|october|november|december)(?!\\p{L})";
export const SHORT_MONTH = `(?:${MONTH}|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)(?!\\p{L})\\.?)`;
export const SEASON = "(?:spring|summer|autumn|winter)";
export const PART = "(?:morning|lunchtime|afternoon|evening|night)";
export const ORDINAL = "(?:st|nd|rd|th)?";
export const YEAR = "(?:1[5-9]|20)\\d{2}(?![\\d,.]\\d|\\d|\\p{L})";
export const UNIT = "(?:minute|hour|day|night|week|weekend|fortnight|month|quarter|year|decade)";
/** Words that soften an amount or a point of time and leave its value as it is. */
export const SOFT =
  "(?:just|only|exactly|about|around|nearly|almost|roughly|some|barely|well|more than|less than|over|under)";

const SMALL =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ONE = new Set(["a", "an"]);
const PAIR = new Set(["a couple of", "a pair of"]);
/** An amount that can be counted with: "a", "two", "twenty-five", "a couple of", "30". */
export const COUNT = `(?:${[...PAIR].join("|")}|an?|(?:${TENS.join("|")})(?:[- ](?:${SMALL.slice(0, 9).join("|")}))?|${[...SMALL].reverse().join("|")}|\\d{1,3})`;
/** An amount that cannot. */
export const VAGUE = "(?:a few|few|several|some|many|recent|coming)";

/** The number that a `COUNT` stands for. */
export function numberOf(words: string): number {
  if (ONE.has(words)) return 1;
  if (PAIR.has(words)) return 2;
  const [tens = "", ones = ""] = words.split(/[- ]/);
  const ten = TENS.indexOf(tens);
  if (ten >= 0) return 10 * (ten + 2) + SMALL.indexOf(ones) + 1;
  return SMALL.includes(words) ? SMALL.indexOf(words) + 1 : Number(words);
}

export const ORDINALS = ["first", "second", "third", "fourth"];
