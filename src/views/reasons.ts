/**
 * The reasons that reading gives for what it says, as sentences with places for names and words: an archive holds the sentence itself,
 * and whoever speaks another language finds here which one it is and what stands in its places (as gettext does). A test holds the list
 * to the words in the code.
 */

/** `{1}`, `{2}` … stand for what differs from case to case. */
export const REASONS = [
  // the model and the finders
  "the reading model takes these words for a statement of somebody's",
  "“{1}” brings a speaker in, and a quotation follows",
  "the article says that the source did not answer",
  "a colon announces words, and they follow as a paragraph of their own",
  "“{1}” tells it as hearsay, and nobody is named",
  "the line stands under the speaker label “{1}”",
  "the page says from whose desk the words come",
  "a dash after the quotation names who said it",
  // spans
  "“who” and “which” stand for the words before them",
  "the quotation goes on with the same speaker's words",
  "its words stand inside another statement",
  "is cited by whoever reports it",
  "they hear it; nobody is named who says it",
  "they are asked; nobody is named who asks",
  "whoever is told hears it; who says it is named behind “by”",
  // form, act, framing
  "the words stand as the source's own, as a block or under a speaker label",
  "the words stand under the speaker’s label",
  "it stands as a block quotation",
  "all of it stands in quotation marks",
  "some of it stands in quotation marks",
  "none of it stands in quotation marks",
  "nothing negates the cue",
  "the cue is negated",
  "the cue “{1}” signals it",
  "the cue is none that the lexicon knows; taken for a claim",
  "the source does not answer",
  "“{1} … to” asks for something to be done",
  "what is asked is a question",
  "something is asked for",
  "words quoted without a cue",
  "told in neutral words",
  "an adverb such as “{1}” stands in the cue",
  "nobody is named who says or thinks it",
  "“{1}” keeps a distance",
  "“{1}” treats it as true",
  "“{1}” tells it as hearsay",
  "the source stands in quotation marks of doubt",
  // who it is
  "nobody is named as the source",
  "named in the source itself",
  "named right behind the source",
  "the article tells how it is called",
  "“{1}” is {2}, whom the article names in full",
  "“{1}” is {2}, whom the article names next",
  "“{1}” is {2}, whom the article names",
  "“{1}” is {2}, met shortly before",
  "“{1}” is named with an office",
  "“{1}” is whoever says the words around it",
  "“{1}” is {2}, as {3} says",
  "“you” is {1}, who is asked",
  "“{1}” is the body for which {2} speaks",
  "“{1}” stands for {2}, met shortly before",
  "it cannot be told whom “{1}” stands for: {2}",
  "it cannot be told whom “{1}” stands for",
  "the one who answers in an interview is the person it is about",
  "several speak as one",
  "the article holds the name back",
  "the article describes the source and does not name it",
  "the article tells the office beside the name",
  // channel, date, anonymity, doubt, own voice
  "“{1}” tells where or through what it was said",
  "“{1}” dates the saying; which day that was cannot be told from it",
  "“{1}” dates the saying; which day that is cannot be told",
  "“{1}” dates the saying; the day it was published is not known",
  "“{1}” dates the saying, counted from the date itself",
  "“{1}” dates the saying, counted from {2}, the dateline",
  "“{1}” dates the saying, counted from {2}",
  "{1}, {2}, and it {3}",
  "the source is not described",
  "the source is described in general words",
  "the source is described by how it knows or where it belongs",
  "the name is held back “{1}”",
  "no reason for holding the name back is given",
  "tells a fact",
  "gives an opinion",
  "neither tells a fact nor judges",
  "the source leaves it open with {1}",
  "the article says the same in its own voice elsewhere",
  // what a human decided
  "set by {1}",
  "kept as {1} reviewed it",
  "marked as furniture by {1}",
  // furniture
  "an advertisement label",
  "asks the reader to get in touch",
  "asks the reader to sign up for a newsletter",
  "points to another offering of the outlet",
  "asks the reader to subscribe or support the outlet",
  "asks the reader to follow or share",
  "a cookie or consent notice",
  "belongs to the readers' comments",
  "names who reported, wrote or edited the article",
  "names who contributed to the report",
  "credits a photographer and an outlet",
  "credits a photographer and an agency",
  "credits a picture, video or graphic",
  "a copyright line",
  "tells where the article first appeared or whose material it uses",
  "names the agency that the article comes from",
  "tells about the author",
  "a disclosure about paid links or samples",
  "names the author",
  "tells when the page was published or updated, or how long it takes to read",
  "tells when the page was published",
  "points to another article",
  "points to other articles",
  "a label over the sources used",
  "a label over links to other articles",
  "a link under a label for other articles",
  "nothing but a link to another page",
  "not in the article body that the page declares",
  "the page's own markup names it so",
  // who is who
  "named so in the articles",
  "the same name; an article tells no office",
  "the same name and office: {1}",
  "the same name, and offices that go together: {1}, {2}",
  "the same name, and offices of one field that may follow each other: {1}, {2}",
  "the same name; whether one person is {1} and {2} cannot be told from the words",
  "{1} and {2} are hardly one person’s offices",
  "no office is told, and several have the name",
  "its office fits none of the others surely",
  "articles take one for a {1}, the other for a {2}",
  "the same name as a speaker that a human looked at",
  "a name that a human gave this speaker",
  "joined by {1}",
  "set apart by {1}",
  "named by {1}",
  "both are at {1}",
  "the same name but for article, capitals, “Online” or the ending of an address",
  "seems short for {1}, the only one in the archive that it can be short for",
] as const;

export type Reason = (typeof REASONS)[number];

export interface KnownReason {
  reason: Reason;
  /** What stands in its places, in order. */
  places: string[];
}

/** No reason is longer; it bounds what is searched. */
const LONGEST = 2000;
const PLACE = /\{\d\}/;

const whole = new Set<string>(REASONS.filter((reason) => !PLACE.test(reason)));
const open = REASONS.filter((reason) => PLACE.test(reason)).map((reason) => ({
  reason,
  pattern: new RegExp(`^${reason.split(PLACE).map(literally).join("(.+?)")}$`, "su"),
}));

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** Which of the known reasons a sentence is; `null` for one that is none of them. */
export function knownReason(sentence: string): KnownReason | null {
  if (whole.has(sentence)) return { reason: sentence as Reason, places: [] };
  if (sentence.length > LONGEST) return null;
  for (const { reason, pattern } of open) {
    const match = pattern.exec(sentence);
    if (match) return { reason, places: match.slice(1) };
  }
  return null;
}

/** A reason with other words for its places. */
export const filled = (template: string, places: readonly string[]): string =>
  template.replace(/\{(\d)\}/g, (_, n: string) => places[Number(n) - 1] ?? "");
