/**
 * What stands in nearly every packed reading, for the compressor to refer to (a preset dictionary, RFC 1950): readings
 * of single articles are too short for it to learn that by itself. Readings in archives can only be unpacked with this
 * very dictionary: it is never changed; another one would need another `FORMAT` in pack.ts. The rarest comes first.
 */

type Row = readonly [fields: string, how: string, by: string, reason: string];

const ROWS: readonly Row[] = [
  ["framing", "stated", "act", "an adverb such as “” stands in the cue"],
  ["form", "stated", "form", "the words stand under the speaker’s label"],
  ["kind naming entity", "inferred", "speaker", "“” stands for , met shortly before"],
  ["kind naming entity", "inferred", "speaker", "“” is , whom the article names in full"],
  ["kind naming entity", "inferred", "speaker", "the one who answers in an interview is the person it is about"],
  ["kind naming entity", "unknown", "speaker", "it cannot be told whom “” stands for"],
  [
    "anonymity",
    "stated",
    "anonymity",
    "the source is described in general words, no reason for holding the name back is given, and it tells a fact",
  ],
  ["act", "stated", "act", "what is asked is a question"],
  ["act", "stated", "act", "something is asked for"],
  ["hedges", "stated", "hedges", "the source leaves it open with “”"],
  ["when", "unknown", "when", "“” dates the saying; the day it was published is not known"],
  ["when", "inferred", "when", "“” dates the saying, counted from 202"],
  ["kind naming entity", "stated", "speaker", "the article holds the name back"],
  ["kind naming entity", "inferred", "speaker", "“” is whoever says the words around it"],
  ["act", "stated", "act", "the source does not answer"],
  ["framing", "stated", "act", "“” keeps a distance"],
  ["source cue content", "inferred", "speaker-label", "the line stands under the speaker label “”"],
  ["form", "stated", "form", "the words stand as the source's own, as a block or under a speaker label"],
  ["negated", "stated", "act", "the cue is negated"],
  ["framing", "stated", "act", "nobody is named who says or thinks it"],
  ["framing", "stated", "act", "“” treats it as true"],
  ["framing", "inferred", "act", "told in neutral words"],
  ["act", "inferred", "act", "the cue is none that the lexicon knows; taken for a claim"],
  ["negated", "inferred", "act", "nothing negates the cue"],
  ["kind naming entity", "stated", "speaker", "nobody is named as the source"],
  ["channel", "stated", "channel", "“” tells where or through what it was said"],
  ["within", "stated", "within", "its words stand inside another statement"],
  ["form", "stated", "form", "all of it stands in quotation marks"],
  ["form", "stated", "form", "some of it stands in quotation marks"],
  ["kind naming entity", "stated", "speaker", "the article describes the source and does not name it"],
  ["kind naming entity", "stated", "speaker", "named in the source itself"],
  ["role", "stated", "speaker", "the article tells the office beside the name"],
  ["source cue content", "inferred", "tagger", "the reading model takes these words for a statement of somebody's"],
  ["form", "stated", "form", "none of it stands in quotation marks"],
  ["framing", "stated", "act", "told in neutral words"],
  ["negated", "stated", "act", "nothing negates the cue"],
  ["act", "stated", "act", "the cue “” signals it"],
];

const whys = ROWS.flatMap(([fields, how, by, reason]) =>
  fields
    .split(" ")
    .map(
      (field) =>
        `"${field}":{"how":"${how}","by":"${by}","reason":"${reason}","confidence":${how === "stated" ? 0.9 : 0.8}},`,
    ),
).join("");

const ARTICLE = `{"doc":"","blocks":[{"kind":"quotation","span":[{"kind":"list","span":[{"kind":"caption","span":[{"kind":"heading","span":[{"kind":"headline","span":[0,{"kind":"paragraph","span":[]}],"article":{"title":"","byline":"","outlet":"","published":"202-01-01T00:00:00.000Z","modified":null,"language":"en","url":"https://www.","from":{"title":"json-ld","title":"open-graph","byline":"json-ld","outlet":"open-graph","published":"json-ld","language":"detected","url":"link"}},"furniture":[{"kind":"label","span":[{"kind":"teaser","span":[{"kind":"promo","span":[],"reason":""}],"credits":[{"outlet":null,"person":null,"title":null,"span":[],"text":""}],"attributions":[`;
const LABELS = `"form":"mixed","act":"belief","act":"denial","act":"intention","act":"directive","act":"question","act":"silence","negated":true,"framing":"distancing","framing":"endorsing","framing":"hearsay","kind":"document","kind":"outlet","kind":"group","kind":"none","kind":"organisation","kind":"government","naming":"none","naming":"anonymous","naming":"role","anonymity":{"description":"specific","description":"general","reason":null,"carries":"fact"},"hedges":[[`;
const attribution = (form: string): string =>
  `,"why":{"source":{"how":"inferred","by":"tagger","reason":"the reading model takes these words for a statement of somebody's","confidence":0.}},"meaning":128},{"id":"a1","source":[[1]],"cue":[[1]],"content":[[1]],"form":"${form}","act":"claim","negated":false,"framing":"neutral","kind":"person","naming":"named","entity":"","role":null,"channel":[],"within":null,"when":null,"confidence":0.9`;

/** The dictionary, as the compressor takes it. */
export const DICTIONARY: Buffer = Buffer.from(
  ARTICLE + LABELS + whys + attribution("direct") + attribution("indirect"),
);
