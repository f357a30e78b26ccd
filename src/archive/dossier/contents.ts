/** Contents of a dossier's statements as rows of senses, for topics and for what may contradict. */
import type { Content } from "../trace/content.ts";
import { CONTENT, type Lexicon, NUMBER, STAND_IN } from "../trace/lexicon.ts";
import { wordsOf } from "../trace/normalise.ts";
import { fold } from "../trace/speaker.ts";
import type { TellingRow, Told } from "./tellings.ts";

/** A statement's words, made ready once. */
export interface Said {
  content: Content;
  /** Senses of the words that tell what it is about; the speaker's names, numbers and light words aside. */
  about: ReadonlySet<number>;
  /** How each of them is written here. */
  written: ReadonlyMap<number, string>;
}

/** Letters of the shortest word that tells a topic. */
const SHORTEST = 3;
/** Words that say little of what a statement is about. */
const LIGHT = new Set(
  `say tell ask think know believe want go come get give take make do see look need work mean keep put seem become happen
  people thing way day week month year today tomorrow yesterday man woman lot kind side part place case fact question answer
  first last next new old good bad great big small long high low early late own same different able clear right wrong sure
  one two three hundred thousand million billion`.match(/\S+/g),
);

/** The words of a statement as its first telling has them. */
export function saidIn({ tellings }: Told, names: readonly string[], lexicon: Lexicon): Said {
  const row = tellings[0] as TellingRow;
  const own = new Set(names.flatMap((name) => fold(name).match(/[\p{L}\p{N}]+/gu) ?? []));
  const words = wordsOf(row.content, [[0, row.content.length]]);
  const packed = lexicon.pack(words);
  lexicon.count(packed);
  const about = new Set<number>();
  const written = new Map<number, string>();
  packed.forEach((word, i) => {
    const { form, span } = words[i] as (typeof words)[number];
    const sense = lexicon.senseOf(word);
    const kind = lexicon.classOf(word);
    if ((kind & CONTENT) === 0 || (kind & (NUMBER | STAND_IN)) !== 0 || form.length < SHORTEST) return;
    if (own.has(form) || LIGHT.has(form) || LIGHT.has(lexicon.sense(sense))) return;
    about.add(sense);
    if (!written.has(sense)) written.set(sense, row.content.slice(...span));
  });
  return {
    content: { words: packed, direct: row.form === "direct", denied: (row.act === "denial") !== row.negated },
    about,
    written,
  };
}
