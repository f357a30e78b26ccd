/** Readings for the tests of export formats: one written by hand, and arbitrary ones whose spans obey the laws. */
import fc from "fast-check";
import {
  ACTS,
  type Attribution,
  FORMS,
  FRAMINGS,
  KINDS,
  NAMINGS,
  type Reading,
  type Span,
} from "../../src/document.ts";
import { plain } from "../../src/attribution/plain.ts";
import { spanOf } from "../helpers.ts";

export const TEXT = [
  "Ferry ran aground 😀 off Skarn",
  "",
  'The Skarn Courier wrote on Monday that captain Ódil Brandt, 52, told Radio Quay: "=Nobody, and I mean nobody, was awake."',
  "An official who asked not to be named denied that",
  "the crew had been drinking.",
  "Read more: gull steals ring, mayor says",
].join("\n");

const at = (words: string, nth = 1): Span => spanOf(TEXT, words, nth);

const BLANK: Omit<Attribution, "id"> = {
  ...plain(),
  confidence: 0.75,
  why: {},
};

/** A relay (a1 → a2), a content in two pieces, a content over a line break, and a statement inside a teaser. */
export const SAMPLE: Reading = {
  doc: "ferry/1",
  text: TEXT,
  blocks: [],
  article: {
    title: "Ferry ran aground 😀 off Skarn",
    byline: "Una Sorel",
    outlet: "Meridian Press",
    published: "2024-03-14",
    modified: null,
    language: "en",
    url: "https://meridian.example/ferry?id=1",
    from: { title: "text" },
  },
  furniture: [
    { kind: "teaser", span: at("Read more: gull steals ring, mayor says"), reason: "it begins with “Read more”" },
  ],
  credits: [{ outlet: "Coastal Wire", person: null, title: "Ferry aground", span: null, text: "Coastal Wire" }],
  attributions: [
    {
      ...BLANK,
      id: "a1",
      source: [at("The Skarn Courier")],
      cue: [at("wrote")],
      content: [[at("that captain")[0], at('awake."')[1]]],
      form: "mixed",
      kind: "outlet",
      naming: "named",
      entity: "Skarn Courier",
      when: { span: at("Monday"), value: "2024-03-11" },
      why: { form: { how: "inferred", by: "form", reason: "some of it is quoted", confidence: 0.9 } },
    },
    {
      ...BLANK,
      id: "a2",
      source: [at("captain Ódil Brandt, 52")],
      cue: [at("told")],
      content: [at('"=Nobody,'), at('was awake."')],
      form: "direct",
      framing: "distancing",
      kind: "person",
      naming: "named",
      entity: "Ódil Brandt",
      role: "captain",
      channel: [at("Radio Quay")],
      within: "a1",
      confidence: 0.5,
    },
    {
      ...BLANK,
      id: "a3",
      source: [at("An official who asked not to be named")],
      cue: [at("denied")],
      content: [[at("that\n")[0], at("drinking")[1]]],
      act: "denial",
      negated: true,
      kind: "person",
      naming: "anonymous",
      entity: "official",
      when: { span: at("\nthe", 1), value: null },
    },
    {
      ...BLANK,
      id: "a4",
      source: [at("mayor")],
      cue: [at("says")],
      content: [at("gull steals ring")],
      furniture: true,
    },
  ],
};

const piece = fc.constantFrom(
  ..."ab ,-=\"'\n\t",
  "\r\n",
  "e\u0301",
  "😀",
  "👩‍👩‍👧",
  "שלום",
  "مرحبا",
  "\u202e",
  "\u2028",
  "\u0085",
  "“",
  "naïve ",
);
/** Text of emoji, combining marks, right-to-left words, every kind of line break. */
const words = fc.array(piece, { minLength: 1, maxLength: 12 });

/** Ascending disjoint spans that cut no character in two. */
function spans(edges: readonly number[], min: number): fc.Arbitrary<Span[]> {
  return fc.subarray([...edges], { minLength: 2 * min, maxLength: Math.min(edges.length, 6) }).map((picked) => {
    const pairs: Span[] = [];
    for (let i = 0; i + 1 < picked.length; i += 2) pairs.push([picked[i] as number, picked[i + 1] as number]);
    return pairs;
  });
}

const label = fc.option(fc.string({ unit: "grapheme", maxLength: 8 }), { nil: null });
const share = fc.integer({ min: 0, max: 100 }).map((n) => n / 100);

function attribution(edges: readonly number[], id: string): fc.Arbitrary<Attribution> {
  const some = spans(edges, 0);
  return fc
    .record({
      source: some,
      cue: some,
      content: spans(edges, 1),
      form: fc.constantFrom(...FORMS),
      act: fc.constantFrom(...ACTS),
      negated: fc.boolean(),
      framing: fc.constantFrom(...FRAMINGS),
      kind: fc.constantFrom(...KINDS),
      naming: fc.constantFrom(...NAMINGS),
      entity: label,
      role: label,
      channel: some,
      within: fc.constantFrom(null, "a1"),
      when: fc.option(fc.record({ span: spans(edges, 1).map((s) => s[0] as Span), value: label }), { nil: null }),
      furniture: fc.boolean(),
      confidence: share,
      why: fc.constantFrom({}, SAMPLE.attributions[0]?.why ?? {}),
    })
    .map(({ furniture, ...rest }) => ({ id, ...rest, ...(furniture ? { furniture: true as const } : {}) }));
}

/** A reading with up to three attributions anywhere in an awkward text; `id` names it and its address. */
export const arbitraryReading = (id = "doc"): fc.Arbitrary<Reading> =>
  words.chain((pieces) => {
    const edges = [0];
    for (const p of pieces) edges.push((edges.at(-1) as number) + p.length);
    const ids = ["a1", "a2", "a3"];
    return fc.record({
      doc: fc.constant(id),
      text: fc.constant(pieces.join("")),
      blocks: fc.constant([]),
      article: fc.constantFrom(
        { ...SAMPLE.article, url: null },
        { ...SAMPLE.article, url: `https://x.example/${id}#top` },
      ),
      furniture: fc.constant([]),
      credits: fc.constant([]),
      attributions: fc
        .integer({ min: 0, max: 3 })
        .chain((n) => fc.tuple(...ids.slice(0, n).map((own) => attribution(edges, own)))),
    });
  });
