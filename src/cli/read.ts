/** `hearsay read`: the main job. */
import { resolve } from "node:path";
import { attribute } from "../attribution/attribute.ts";
import { loadTagger } from "../attribution/tagger/load.ts";
import type { ArticleInput, Reading } from "../document.ts";
import { EXIT, type ExitCode, HearsayError, UsageError } from "../error.ts";
import { toJson, toJsonLine } from "../exports/json.ts";
import { harmless, toTerminal } from "../exports/terminal.ts";
import { checkArticle } from "../reading/gate.ts";
import { openInputs } from "../reading/inputs/open.ts";
import { readArticle } from "../reading/read.ts";
import { type GivenFlags, givenBy } from "./given.ts";
import { writeWhole } from "./output.ts";
import { progressBar } from "./progress.ts";

interface Flags extends GivenFlags {
  json?: boolean;
  jsonl?: boolean;
  html?: boolean | string;
  explain?: boolean;
  output?: string;
  allowPrivate?: boolean;
  force?: boolean;
  linked?: boolean;
  color?: boolean;
}

/** Reads the articles named and prints them; returns the exit code. */
export async function readCommand(names: readonly string[], flags: Flags): Promise<ExitCode> {
  check(names, flags);
  const given = givenBy(flags);
  const tagger = loadTagger();
  const bar = progressBar(names.length);
  const errors: HearsayError[] = [];
  const whole: string[] = [];
  const toFile = flags.output ?? (typeof flags.html === "string" ? flags.html : undefined);
  let read = 0;
  const options = {
    given,
    allowPrivate: flags.allowPrivate === true,
    force: flags.force === true,
    stdin: process.stdin,
    linked: flags.linked === true,
  };
  for await (const result of openInputs(names, options)) {
    if (!result.ok) errors.push(result.error);
    else {
      try {
        const reading = await readOne(result.input, flags, tagger);
        if (read > 0 && (flags.json || flags.html))
          throw new UsageError(`${result.input.id}: is a second article, and --json and --html print one; use --jsonl`);
        read++;
        const text = await render(reading, flags);
        if (toFile) whole.push(text);
        else process.stdout.write(read > 1 && !flags.jsonl ? `\n${text}` : text);
      } catch (error) {
        if (!(error instanceof HearsayError)) throw error;
        errors.push(error);
      }
    }
    bar.step();
  }
  bar.stop();
  if (toFile && read > 0) await writeWhole(toFile, whole.join(flags.jsonl ? "" : "\n"));
  for (const error of errors) process.stderr.write(`hearsay: ${harmless(error.message)}\n`);
  if (errors.length === 0) return EXIT.ok;
  return read === 0 && errors.length === 1 ? (errors[0] as HearsayError).exitCode : EXIT.some;
}

function check(names: readonly string[], flags: Flags): void {
  if ([flags.json, flags.jsonl, flags.html].filter(Boolean).length > 1)
    throw new UsageError("choose one of --json, --jsonl and --html");
  if (flags.json && names.length > 1) throw new UsageError("--json prints one article; use --jsonl for several");
  if (flags.html && names.length > 1) throw new UsageError("--html makes a page of one article; name one article");
  if (names.filter((n) => n === "-").length > 1) throw new UsageError("- (standard input) can be named once only");
  const target = flags.output ?? (typeof flags.html === "string" ? flags.html : undefined);
  if (target !== undefined && names.some((name) => resolve(name) === resolve(target)))
    throw new UsageError(`${target}: is an article to read, so it cannot be written over; name another file`);
  if (typeof flags.html === "string" && !/\.x?html?$/i.test(flags.html))
    throw new UsageError(
      `--html ${flags.html}: is no name of a page; end it in .html, or put --html after the article`,
    );
}

async function readOne(input: ArticleInput, flags: Flags, tagger: ReturnType<typeof loadTagger>): Promise<Reading> {
  const doc = await readArticle(input);
  if (!flags.force) await checkArticle(doc, input.id);
  return attribute(doc, await tagger, { trace: flags.explain === true });
}

async function render(reading: Reading, flags: Flags): Promise<string> {
  if (flags.json) return toJson(reading);
  if (flags.jsonl) return toJsonLine(reading);
  if (flags.html) return (await import("../exports/html.ts")).toHtml(reading);
  const colour = flags.color !== false && !process.env.NO_COLOR && !flags.output && process.stdout.isTTY === true;
  return toTerminal(reading, { width: process.stdout.columns ?? 80, colour, explain: flags.explain === true });
}
