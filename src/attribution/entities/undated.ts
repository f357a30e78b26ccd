/** A description without what dates it: the name of a study does not change with the day it came out. */

/** When it was made or came out, at the end of a description. */
const TIME_TAIL =
  / (?:(?:on|in|since|until|from(?! \d)) (?:(?:early|late|mid-?) ?)?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|(?:19|20)\d\d)(?: (?:19|20)\d\d)?|(?:(?:just|more than|less than|over|about|almost|nearly) ){0,2}\p{N}+ \p{Ll}+ ago)$/u;
/** The same between other words: "study published on Wednesday in the Annals". */
const TIME_BETWEEN =
  /(?<=\p{Ll}) (?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today|last (?:week|month)|this (?:week|month)) (?=(?:in|by|for|to|from|about|of)\s)/u;
/** After what it came out. */
const EVENT_TAIL =
  /(?<= (?:issued|released|published|sent|posted|made|taken|written)\b.*) (?:after|before|during|following) (?:an?|the|their|his|her)\s.*$/u;
/** What is left of the clause that dated it. */
const BARE_PARTICIPLE = / (?:carried out|made|taken|published|released|issued|written|sent|posted|conducted|done)$/;

/** Characters; nobody is described at greater length, and looking back from each place of a long text would take minutes. */
const LONGEST = 400;

export function undated(words: string): string {
  if (words.length > LONGEST) return words;
  const between = words.replace(TIME_BETWEEN, " ");
  const bare = between.replace(TIME_TAIL, "").replace(EVENT_TAIL, "");
  return bare === between ? between : bare.replace(BARE_PARTICIPLE, "");
}
