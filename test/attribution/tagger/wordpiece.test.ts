import { readFileSync } from "node:fs";
import { Tokenizer } from "@huggingface/tokenizers";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MODEL_FOLDER } from "../../../src/attribution/tagger/load.ts";
import { packWindows } from "../../../src/attribution/tagger/windows.ts";
import { type Pieces, parseVocabulary, wordPieces } from "../../../src/attribution/tagger/wordpiece.ts";

const source = readFileSync(new URL("vocab.txt", MODEL_FOLDER), "utf8");
const vocabulary = parseVocabulary(source);
const whole = (text: string): Pieces => wordPieces(vocabulary, text, [0, text.length]);

/** The published tokenizer over the same vocabulary: the oracle for ids; it gives no offsets. */
const oracle = new Tokenizer(
  {
    version: "1.0",
    truncation: null,
    padding: null,
    added_tokens: [],
    normalizer: {
      type: "BertNormalizer",
      clean_text: true,
      handle_chinese_chars: true,
      strip_accents: true,
      lowercase: true,
    },
    pre_tokenizer: { type: "BertPreTokenizer" },
    post_processor: null,
    decoder: null,
    model: {
      type: "WordPiece",
      unk_token: "[UNK]",
      continuing_subword_prefix: "##",
      max_input_chars_per_word: 100,
      vocab: Object.fromEntries(vocabulary),
    },
  },
  {},
);

describe("WordPiece", () => {
  it.each([
    "Café owners in São Paulo said they’d “close at 5 p.m.”",
    "KCNA reported it – and then, nothing… 😀 said Müller-Łukasz",
    "北京 said no; naïve coöperation, ﬁnancial ½",
    "The U.S. Navy's spokes\u00adperson (50%) wrote: 'ok'",
    "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa end",
  ])("gives the published tokenizer's ids: %s", (text) => {
    expect(whole(text).ids).toEqual(oracle.encode(text, { add_special_tokens: false }).ids);
  });

  it("gives its ids for whatever printable text", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[ -~“”‘’–é]{0,60}$/), (text) => {
        expect(whole(text).ids).toEqual(oracle.encode(text, { add_special_tokens: false }).ids);
      }),
    );
  });

  it("gives spans that lie in order inside the text, emoji or not", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (text) => {
        const { spans, ids, first, capital } = whole(text);
        expect([spans.length, first.length, capital.length]).toEqual([ids.length, ids.length, ids.length]);
        let last = 0;
        for (const [s, e] of spans) {
          expect(s).toBeLessThan(e);
          // Several pieces of one character may share its span.
          expect(s).toBeGreaterThanOrEqual(last);
          expect(e).toBeLessThanOrEqual(text.length);
          last = s;
        }
      }),
    );
  });
});

describe("windows", () => {
  it("accept every piece exactly once, however long the paragraphs", () => {
    const pieces = (n: number, from: number): Pieces => ({
      ids: Array.from({ length: n }, (_, i) => 1000 + i),
      spans: Array.from({ length: n }, (_, i) => [from + i, from + i + 1] as const),
      capital: new Array<number>(n).fill(0),
      first: new Array<boolean>(n).fill(true),
    });
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 700 }), { maxLength: 12 }), (sizes) => {
        let at = 0;
        const stretches = sizes.map((n) => {
          const p = pieces(n, at);
          at += n;
          return p;
        });
        const seen = new Map<number, number>();
        for (const w of packWindows(stretches)) {
          expect(w.ids.length).toBeLessThanOrEqual(192);
          for (let i = w.accept[0]; i < w.accept[1]; i++)
            if (w.stretch[i] !== -1) seen.set(w.spans[i]?.[0] ?? -1, (seen.get(w.spans[i]?.[0] ?? -1) ?? 0) + 1);
        }
        expect([...seen.values()].every((n) => n === 1)).toBe(true);
        expect(seen.size).toBe(at);
      }),
    );
  });
});
