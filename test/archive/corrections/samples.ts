/** An invented article with its attributions, events on it, and arbitrary logs. */
import fc from "fast-check";
import type { CorrectionEvent, Target } from "../../../src/archive/corrections/events.ts";
import { placeAt, targetOf } from "../../../src/archive/corrections/target.ts";
import { ACTS, type Attribution, FRAMINGS, KINDS, NAMINGS, type Reading, type Span } from "../../../src/document.ts";
import { attributionOf, docOf, spanOf } from "../../helpers.ts";

export const TEXT = [
  "Skarn bridge to close",
  "",
  "Mayor Ada Reinhold said on Monday that the old bridge over the Skarn would be closed for two years.",
  "“Nobody was asked,” ferryman Odil Brandt told Radio Quay. “Nobody at all 😀.”",
  "The Courier wrote that Hanne Moll, the harbour master, denied the plan had been kept secret.",
  "It is reportedly the third closure since spring.",
  "Read more: Gull steals ring, mayor says",
].join("\n\n");

const at = (words: string, nth = 1): Span => spanOf(TEXT, words, nth);

const one = (
  id: string,
  source: string[],
  cue: string[],
  content: string[],
  more: Partial<Attribution>,
): Attribution => ({
  ...attributionOf(TEXT, source, cue, content, id),
  ...more,
});

/** Five statements: a3 relays a4, a1 is dated. */
export const READING: Reading = {
  ...docOf(TEXT),
  doc: "skarn",
  attributions: [
    one("a1", ["Mayor Ada Reinhold"], ["said"], ["that the old bridge over the Skarn would be closed for two years"], {
      kind: "person",
      naming: "named",
      entity: "Ada Reinhold",
      role: "mayor",
      when: { span: at("Monday"), value: "2024-03-11" },
    }),
    one("a2", ["ferryman Odil Brandt"], ["told"], ["“Nobody was asked,”", "“Nobody at all 😀.”"], {
      form: "direct",
      kind: "person",
      naming: "named",
      entity: "Odil Brandt",
      role: "ferryman",
      channel: [at("Radio Quay")],
    }),
    one("a3", ["The Courier"], ["wrote"], [TEXT.slice(at("that Hanne")[0], at("kept secret")[1])], {
      kind: "outlet",
      naming: "named",
      entity: "Courier",
    }),
    one("a4", ["Hanne Moll, the harbour master"], ["denied"], ["the plan had been kept secret"], {
      act: "denial",
      kind: "person",
      naming: "named",
      entity: "Hanne Moll",
      within: "a3",
    }),
    one("a5", [], ["reportedly"], ["It is", "the third closure since spring"], { framing: "hearsay" }),
  ],
};

let count = 0;
/** Head of an event; ids count up, so that each is its own. */
export const head = (author = "una", doc = "skarn", id = `e${++count}`) => ({
  v: 1 as const,
  id,
  doc,
  author,
  time: "2024-03-12T09:00:00Z",
});

/** The target of an attribution of a reading. */
export const target = (id: string, reading: Reading = READING): Target => {
  const a = reading.attributions.find((x) => x.id === id);
  if (!a) throw new Error(`there is no ${id}`);
  return targetOf(reading.text, a);
};

export const undo = (event: CorrectionEvent, author = "una"): CorrectionEvent => ({
  ...head(author, event.doc),
  type: "undo",
  event: event.id,
});

/** The reading with words put in, its attributions not moved: what is anchored to must move by itself. */
export const withText = (reading: Reading, text: string): Reading => ({ ...reading, text, attributions: [] });

const label = fc.option(fc.string({ unit: "grapheme", maxLength: 8 }), { nil: null });

/** An event on a reading that has attributions; undos may name any of the events before, themselves undos or not. */
function event(reading: Reading, id: string, before: readonly string[]): fc.Arbitrary<CorrectionEvent> {
  const author = fc.constantFrom("una", "jo");
  const target = fc.constantFrom(...reading.attributions).map((a) => targetOf(reading.text, a));
  const place = fc.constantFrom(...reading.attributions).map((a) => placeAt(reading.text, a.content[0] as Span));
  const own = author.map((who) => head(who, reading.doc, id));
  const merge = <T extends object>(type: CorrectionEvent["type"], rest: fc.Arbitrary<T>) =>
    fc.tuple(own, rest).map(([h, r]) => ({ ...h, type, ...r }) as unknown as CorrectionEvent);
  const set = fc.record(
    {
      act: fc.constantFrom(...ACTS),
      framing: fc.constantFrom(...FRAMINGS),
      negated: fc.boolean(),
      source: fc.tuple(place),
    },
    { requiredKeys: ["act"] },
  );
  const speaker = fc.record({ entity: label, kind: fc.constantFrom(...KINDS), naming: fc.constantFrom(...NAMINGS) });
  const added = target.map(({ id: _, ...rest }) => ({
    ...rest,
    source: [],
    cue: [],
    content: rest.cue.length > 0 ? rest.cue : rest.content,
  }));
  return fc.oneof(
    merge("accept", fc.record({ target })),
    merge("reject", fc.record({ target })),
    merge("edit", fc.record({ target, set })),
    merge("reassign-speaker", fc.record({ target, speaker })),
    merge("add", fc.record({ added })),
    merge("mark-furniture", fc.record({ place, kind: fc.constantFrom("promo", "teaser") })),
    merge("unmark-furniture", fc.record({ place })),
    ...(before.length > 0 ? [merge("undo", fc.record({ event: fc.constantFrom(...before) }))] : []),
  );
}

/** A log of up to twelve events on a reading. */
export const arbitraryLog = (reading: Reading, prefix = "x"): fc.Arbitrary<CorrectionEvent[]> =>
  fc.integer({ min: 0, max: 12 }).chain((n) => {
    const ids = Array.from({ length: n }, (_, i) => `${prefix}${i}`);
    return fc.tuple(...ids.map((id, i) => event(reading, id, ids.slice(0, i))));
  });
