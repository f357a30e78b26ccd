/** What the heads know of an article's names and pronouns, to be asked by place. */
import type { Span } from "../../../document.ts";
import { lastStartingBy } from "../../spans.ts";
import type { Answer, Shares } from "./answers.ts";
import type { Described } from "./described.ts";
import type { Heard } from "./found.ts";
import { NONE, type Question } from "./questions.ts";
import type { Word } from "./words.ts";

/** Somebody whom a pronoun or a noun may stand for. */
export interface Meant {
  span: Span;
  form: "name" | "nominal";
  /** Likeliest kind: "person", "group", "organisation", "place", "outlet" or "other". */
  kind: string;
  /** 0 to 1, among all candidates that are no pronouns. */
  share: number;
}

export interface Verdict {
  candidates: readonly Meant[];
  /** Whom the whole run of pronouns stands for; `null` for nobody. */
  answer: Meant | null;
  /** Probability of `answer`, 0 to 1. */
  probability: number;
}

/** Probabilities of what a name is. */
export interface NameKinds {
  person: number;
  /** An organisation, a group or a medium. */
  body: number;
  /** A place or something that does not speak. */
  thing: number;
  /** No name at all. */
  nothing: number;
}

export interface Known {
  /** What the words at a span name, the mean over them; `null` where nothing was read. */
  nameAt(span: Span): NameKinds | null;
  /** Whom the pronoun or noun that begins at `at` stands for; `null` where the heads were not asked. */
  verdictAt(at: number): Verdict | null;
}

export interface Parts {
  words: readonly Word[];
  heard: readonly Heard[];
  mentions: readonly Described[];
  asked: readonly Question[];
  shares: readonly Shares[];
  answers: readonly Answer[];
}

const BODIES = ["group", "organisation", "outlet"];
/** Shares below this say nothing. */
const LEAST = 0.005;

export function makeKnown({ words, heard, mentions, asked, shares, answers }: Parts, kinds: readonly string[]): Known {
  const person = kinds.indexOf("person");
  const bodies = BODIES.map((kind) => kinds.indexOf(kind));
  const spanOf = (place: number): Span => {
    const { start, end } = (mentions[place] as Described).found;
    return [(words[start] as Word).span[0], (words[end - 1] as Word).span[1]];
  };
  const byStart = new Map(asked.map(({ mention }, i) => [spanOf(mention)[0], i]));
  const nameAt = ([start, end]: Span): NameKinds | null => {
    const inside: Heard[] = [];
    for (let i = lastStartingBy(words, end - 1); i >= 0 && (words[i] as Word).span[1] > start; i--)
      inside.push(heard[i] as Heard);
    if (inside.length === 0) return null;
    const mean = (of: (h: Heard) => number): number => inside.reduce((n, h) => n + of(h), 0) / inside.length;
    const told = {
      person: mean((h) => h.name[person] as number),
      body: mean((h) => bodies.reduce((n, k) => n + (h.name[k] as number), 0)),
      nothing: mean((h) => h.outside),
    };
    return { ...told, thing: Math.max(0, 1 - told.person - told.body - told.nothing) };
  };
  const meant = (place: number, share: number): Meant | null => {
    const m = mentions[place];
    if (place === NONE || !m || m.found.form === "pronoun") return null;
    return { span: spanOf(place), form: m.found.form, kind: m.kind, share };
  };
  return {
    nameAt,
    verdictAt(at) {
      const i = byStart.get(at);
      if (i === undefined) return null;
      const { candidates } = asked[i] as Question;
      const { mention, probability } = answers[i] as Answer;
      const told = candidates.flatMap((place, k) => {
        const share = shares[i]?.named[k] as number;
        return (share > LEAST && meant(place, share)) || [];
      });
      return { candidates: told, answer: meant(mention, probability), probability };
    },
  };
}
