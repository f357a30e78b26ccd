/** Words by which a source judges rather than tells. Data only; each with an example that a test reads. */
import { letterPattern } from "../../letter-pattern.ts";

export interface Judging {
  pattern: string;
  example: string;
}

/** In the cue. */
export const CUES_OF_JUDGEMENT: readonly Judging[] = [
  { pattern: "prais\\w+", example: "An insider praised the coach." },
  { pattern: "critici[sz]\\w+", example: "An insider criticised the coach." },
  { pattern: "mock\\w*|ridicul\\w+|derid\\w+", example: "An insider mocked the plan." },
  {
    pattern: "slam\\w*|blast\\w*|condemn\\w*|denounc\\w+|deplor\\w+|decr(?:y|ied)",
    example: "An insider condemned the plan.",
  },
  { pattern: "hail\\w*|applaud\\w*|laud\\w*|commend\\w*", example: "An insider hailed the plan." },
  {
    pattern: "complain\\w*|lament\\w*|bemoan\\w*|fum(?:e|ed|es|ing)|rant\\w*",
    example: "An insider complained about the plan.",
  },
  {
    pattern: "call(?:ed|s|ing)?|brand\\w*|dub\\w*|label\\w*|describ\\w+",
    example: "An insider called the plan a joke.",
  },
  { pattern: "jok\\w+|quip\\w*|sneer\\w*|scoff\\w*", example: "An insider joked that the plan was art." },
];

/** In the content. */
export const WORDS_OF_JUDGEMENT: readonly Judging[] = [
  { pattern: "should|ought to|must never", example: "An insider said the coach should go." },
  { pattern: "I think|I believe|in my (?:view|opinion)", example: "An insider said: “I think he is done.”" },
  {
    pattern: "(?:dis)?grace\\w*|shame\\w*|scandal\\w*|disgust\\w*|outrag\\w+",
    example: "An insider said it was a disgrace.",
  },
  {
    pattern: "(?:best|worst|greatest|finest|stupidest|most \\p{L}+) (?:\\p{L}+ )?(?:ever|of (?:all|my|his|her|their))",
    example: "An insider said it was the worst plan ever.",
  },
  {
    pattern:
      "terribl[ey]|awful|horrible|brilliant|wonderful|fantastic|amazing|appalling|ridiculous|absurd|nonsense|stupid|foolish",
    example: "An insider said the plan was ridiculous.",
  },
  {
    pattern:
      "unfair\\w*|wrong-headed|reckless\\w*|incompeten\\w+|clueless|useless|hopeless\\w*|pathetic|lazy|vain|arrogant|selfish|nasty|cruel",
    example: "An insider said the board was incompetent.",
  },
];

const any = (list: readonly Judging[]): RegExp =>
  letterPattern(`(?<![\\p{L}])(?:${list.map(({ pattern }) => pattern).join("|")})(?![\\p{L}])`, "iu");
export const JUDGING_CUES = any(CUES_OF_JUDGEMENT);
export const JUDGING_WORDS = any(WORDS_OF_JUDGEMENT);
