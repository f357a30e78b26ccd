/**
 * A program that corrects one article again and again: `corrector.ts PLACE AUTHOR COUNT EACH [linger]`. Tells what it is about to do and what is
 * done, a line each, so that whoever kills it knows where it was: `opened`, `begun N`, `done N`, …, and waits to be killed if asked to.
 */
import { writeSync } from "node:fs";
import { openArchive } from "../../src/archive/open.ts";
import { CORRECTED, eventsOf } from "./killed.ts";

const [place = "", author = "", count = "1", each = "1", linger] = process.argv.slice(2);
const say = (line: string): void => {
  writeSync(1, `${line}\n`);
};

const archive = await openArchive(place, { create: false });
const corrected = await archive.corrected(CORRECTED);
if (!corrected) throw new Error(`${place}: holds no ${CORRECTED}`);
say("opened");
for (let i = 0; i < Number(count); i++) {
  const events = eventsOf(corrected, author, i, Number(each));
  say(`begun ${i}`);
  const { appended } = await archive.correct(events);
  if (appended.length !== events.length) throw new Error(`${author} ${i}: ${appended.length} were appended`);
  say(`done ${i}`);
}
await archive.close();
if (linger) await new Promise((wait) => setTimeout(wait, 60_000));
