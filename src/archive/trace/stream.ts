/** The trace of an archive that is too large to be held: twice through its articles, keeping only what may still be told again. */
import { openSince } from "./closing.ts";
import { newLexicon } from "./lexicon.ts";
import { collectOutlets, type OutletAliases } from "./outlets.ts";
import { newRun, type ToldStatement } from "./run.ts";
import { DAY } from "./face.ts";
import { readerOf, tellingsOf } from "./tellings.ts";
import { FEWEST, inTime, statementOf, timeOf, UNDATED } from "./trace.ts";
import type { Statement, TraceArticle } from "./types.ts";

/** How often closed statements are looked for, in time of the archive. */
const EVERY = 60 * DAY;
/** Dates are written in several time zones: articles come in order of their texts, and of time but for so much. */
const SLACK = 2 * DAY;
/** Articles that wait for their turn before any is let through. */
const WAITING = 500;

/**
 * Every statement with two tellings or more, each when it is closed. `articles` gives them all each time it is called, in order of
 * publication, undated ones last.
 */
export async function* traceStream(
  articles: () => AsyncIterable<TraceArticle>,
  aliases?: OutletAliases,
): AsyncGenerator<Statement> {
  const lexicon = newLexicon();
  const { outlets, add } = collectOutlets(aliases);
  for await (const article of articles()) {
    add(article);
    for (const told of tellingsOf(article, 0, readerOf(article, { outlets, lexicon })))
      lexicon.count(told.content.words);
  }
  const run = newRun({ lexicon, outlets, ownVoice: true, closing: true });
  const done: Statement[] = [];
  const give = (told: ToldStatement): void => {
    if (told.length >= FEWEST) done.push(statementOf(told, run.ground, outlets));
  };
  let looked = Number.NEGATIVE_INFINITY;
  for await (const article of ordered(articles())) {
    const time = timeOf(article);
    // An undated article may tell anything: nothing is closed because of it.
    if (time > looked + EVERY && time !== UNDATED) {
      if (Number.isFinite(looked)) run.close(openSince(time), give);
      looked = time;
      yield* done.splice(0);
    }
    run.add(article, readerOf(article, { outlets, lexicon }));
  }
  for (const told of run.statements()) give(told);
  yield* done;
}

/** The articles in order of time, those without one as they come. */
async function* ordered(articles: AsyncIterable<TraceArticle>): AsyncGenerator<TraceArticle> {
  let waiting: TraceArticle[] = [];
  for await (const article of articles) {
    if (timeOf(article) === UNDATED) {
      yield* inTime(waiting.splice(0));
      yield article;
      continue;
    }
    waiting.push(article);
    if (waiting.length < WAITING) continue;
    const passed = timeOf(article) - SLACK;
    const all = inTime(waiting);
    waiting = all.filter((one) => timeOf(one) >= passed);
    yield* all.slice(0, all.length - waiting.length);
  }
  yield* inTime(waiting);
}
