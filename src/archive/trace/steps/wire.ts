/** What travels between the steps of a trace that share no memory, as plain JSON; each is read back as it was. */
import type { Span } from "../../../document.ts";
import { type Counted, HEAD, INSERTED, type Lexicon, NAME, newLexicon, START } from "../lexicon.ts";
import { packMeaning, unpackMeaning } from "../meaning.ts";
import type { Ground } from "../same.ts";
import type { Source } from "../source.ts";
import type { Identity } from "../speaker.ts";
import type { Told } from "../told.ts";
import type { Free } from "../voice.ts";

/** Forms, each followed by its bits. */
export type WordsLine = (string | number)[];

export interface ToldLine extends Omit<Told, "content" | "meaning" | "speaker" | "cites"> {
  words: WordsLine;
  direct: boolean;
  denied: boolean;
  meaning: string | null;
  speaker: (Omit<Identity, "roles"> & { roles: string[] }) | null;
  cites: string[];
}

export interface SourceLine extends Omit<Source, "time" | "credited" | "sentences"> {
  /** `null` for an article without a date. */
  time: number | null;
  credited: [string, readonly string[]][];
  /** Their bytes in base64. */
  sentences: string;
}

export interface FreeLine {
  span: Span;
  text: string;
  words: WordsLine;
  places: readonly Span[];
}

/** Sense → contents it stands in, of all contents. */
export interface CountedLine {
  contents: number;
  seen: [string, number][];
}

const BITS = NAME | INSERTED | HEAD | START;

const wordsLine = (words: Int32Array, lexicon: Lexicon): WordsLine =>
  Array.from(words).flatMap((w) => [lexicon.form(w), w & BITS]);

/** Packs words again. */
export function packLine(line: WordsLine, lexicon: Lexicon): Int32Array {
  const words = [];
  for (let i = 0; i < line.length; i += 2) {
    const bits = line[i + 1] as number;
    const has = (bit: number): boolean => (bits & bit) !== 0;
    words.push({
      form: line[i] as string,
      name: has(NAME),
      inserted: has(INSERTED),
      head: has(HEAD),
      start: has(START),
    });
  }
  return lexicon.pack(words);
}

export function toldLine({ content, meaning, speaker, cites, ...rest }: Told, lexicon: Lexicon): ToldLine {
  return {
    ...rest,
    words: wordsLine(content.words, lexicon),
    direct: content.direct,
    denied: content.denied,
    meaning: meaning && packMeaning(meaning),
    speaker: speaker && { ...speaker, roles: [...speaker.roles] },
    cites: [...cites],
  };
}

/** `article`: its place among the articles at hand, in order of time. */
export function toldOf(
  { words, direct, denied, meaning, speaker, ...rest }: ToldLine,
  article: number,
  lexicon: Lexicon,
): Told {
  return {
    ...rest,
    article,
    content: { words: packLine(words, lexicon), direct, denied },
    meaning: unpackMeaning(meaning ?? undefined),
    speaker: speaker && { ...speaker, roles: new Set(speaker.roles) },
  };
}

export const sourceLine = ({ time, credited, sentences, ...rest }: Source): SourceLine => ({
  ...rest,
  time: Number.isFinite(time) ? time : null,
  credited: [...credited],
  sentences: Buffer.from(sentences.buffer, sentences.byteOffset, sentences.byteLength).toString("base64"),
});

export const sourceOf = ({ time, credited, sentences, ...rest }: SourceLine): Source => ({
  ...rest,
  time: time ?? Number.POSITIVE_INFINITY,
  credited: new Map(credited),
  sentences: new Int32Array(Uint8Array.from(Buffer.from(sentences, "base64")).buffer),
});

export const freeLine = (free: Free, lexicon: Lexicon): FreeLine => ({
  ...free,
  words: wordsLine(free.words, lexicon),
});

export const freeOf = (line: FreeLine, lexicon: Lexicon): Free => ({ ...line, words: packLine(line.words, lexicon) });

export const countedOf = ({ contents, seen }: CountedLine): Counted => ({ contents, seen: new Map(seen) });

/** Some articles by their place in order of time, with the tellings in them. */
export interface Scene extends Ground {
  told(line: ToldLine): Told;
  /** Its place among the articles at hand. */
  place(article: number): number;
}

/** Sets out sources, each under its place among all articles; places at hand are counted anew in the same order. */
export function sceneOf(sources: Readonly<Record<string, SourceLine>>, counted: Counted): Scene {
  const lexicon = newLexicon(counted);
  const order = Object.keys(sources)
    .map(Number)
    .sort((a, b) => a - b);
  const places = new Map(order.map((article, i) => [article, i]));
  const place = (article: number): number => places.get(article) as number;
  return {
    lexicon,
    sources: order.map((article) => sourceOf(sources[article] as SourceLine)),
    place,
    told: (line) => toldOf(line, place(line.article), lexicon),
  };
}
