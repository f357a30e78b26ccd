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

export interface Known {
  /** Probability that the words of a name are of a person's name, the mean over them; `null` where nothing was read. */
  personAt(span: Span): number | null;
  /** Probability that the words are no name at all, the mean over them; `null` where nothing was read. */
  nothingAt(span: Span): number | null;
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

/** Shares below this say nothing. */
const LEAST = 0.005;

export function makeKnown({ words, heard, mentions, asked, shares, answers }: Parts, person: number): Known {
  const spanOf = (place: number): Span => {
    const { start, end } = (mentions[place] as Described).found;
    return [(words[start] as Word).span[0], (words[end - 1] as Word).span[1]];
  };
  const byStart = new Map(asked.map(({ mention }, i) => [spanOf(mention)[0], i]));
  const mean = ([start, end]: Span, of: (h: Heard) => number): number | null => {
    let [total, count] = [0, 0];
    for (let i = lastStartingBy(words, end - 1); i >= 0 && (words[i] as Word).span[1] > start; i--) {
      total += of(heard[i] as Heard);
      count++;
    }
    return count === 0 ? null : total / count;
  };
  const meant = (place: number, share: number): Meant | null => {
    const m = mentions[place];
    if (place === NONE || !m || m.found.form === "pronoun") return null;
    return { span: spanOf(place), form: m.found.form, kind: m.kind, share };
  };
  return {
    personAt: (span) => mean(span, (h) => h.name[person] as number),
    nothingAt: (span) => mean(span, (h) => h.outside),
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
