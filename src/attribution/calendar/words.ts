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
export const SOFT = "(?:just|only|exactly|about|around|nearly|almost|roughly|some|barely|well|more than|less than|over|under)";

const NUMBERS = [
  ["a", "an", "one"],
  ["two", "a couple of", "a pair of"],
  ["three"],
  ["four"],
  ["five"],
  ["six"],
  ["seven"],
  ["eight"],
  ["nine"],
  ["ten"],
  ["eleven"],
  ["twelve"],
];
/** An amount that can be counted with. */
export const COUNT = `(?:a couple of|a pair of|${NUMBERS.flat()
  .filter((w) => !w.includes(" "))
  .join("|")}|\\d{1,3})`;
/** An amount that cannot. */
export const VAGUE = "(?:a few|few|several|some|many|recent|coming)";

/** The number that a `COUNT` stands for. */
export const numberOf = (words: string): number => {
  const index = NUMBERS.findIndex((forms) => forms.includes(words));
  return index >= 0 ? index + 1 : Number(words);
};

export const ORDINALS = ["first", "second", "third", "fourth"];
