/** The command line. Commands are imported when they run, so that `--help` loads no model. */
import { Command, CommanderError } from "commander";
import { EXIT, HearsayError } from "../error.ts";
import { versionOf } from "./version.ts";

/** Runs the command line; sets the exit code. */
export async function main(args: readonly string[]): Promise<void> {
  // `hearsay read … | head` closes the pipe early: that is no error of ours.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(EXIT.ok);
    throw error;
  });
  process.on("SIGINT", () => process.exit(130));
  try {
    // Who says nothing wants to see it: the app.
    await program().parseAsync(args.length > 0 ? [...args] : ["serve"], { from: "user" });
  } catch (error) {
    process.exitCode = report(error);
  }
}

function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage;
  if (error instanceof HearsayError) {
    process.stderr.write(`hearsay: ${error.message}\n`);
    return error.exitCode;
  }
  throw error;
}

/** The commands with their flags; docs/cli.md is held to it by a test. */
export function program(): Command {
  const hearsay = new Command("hearsay")
    .description("Reads news articles and tells, for every statement in them, who says so.")
    .version(versionOf())
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "hearsay: ")) })
    .showHelpAfterError(false);
  hearsay
    .command("read")
    .description(
      "read one or more articles: files (text, HTML, JSON Lines, gzip of each), - for standard input, or http(s) addresses",
    )
    .argument("<article...>", "files, addresses, or -")
    .option("--json", "print one article's reading as JSON (docs/formats.md)")
    .option("--jsonl", "print a line of JSON for each article")
    .option("--html [file]", "write one self-contained page with the article and its statements marked")
    .option("--explain", "tell how each label is known, what each step changed, and what was set aside and why")
    .option("--title <words>", "the article's headline, where the text does not tell")
    .option("--outlet <name>", "who published it")
    .option("--published <date>", "when it was published (YYYY-MM-DD); needed to date “on Friday”")
    .option("--output <file>", "write to a file instead of the terminal")
    .option("--linked", "for feeds: fetch the page that each entry leads to, and read that")
    .option("--allow-private", "let addresses lead to this machine or a private network")
    .option("--force", "read on where the input does not seem to be an English article")
    .option("--no-color", "no colours (the variable NO_COLOR does the same)")
    .action(async (names: string[], flags: Record<string, unknown>) => {
      const { readCommand } = await import("./read.ts");
      process.exitCode = await readCommand(names, flags);
    });
  hearsay
    .command("ingest")
    .description(
      "bring articles into the archive: everything that read takes, and folders, feeds, crawls, exports, mail, lists of addresses, and what cluster/ has read (Parquet)",
    )
    .argument("[article...]", "files, folders, addresses, or -")
    .option("--archive <place>", "a file, or postgres://… (default: HEARSAY_ARCHIVE, else a file in your data folder)")
    .option("--retry", "try again what failed before")
    .option("--linked", "for feeds: fetch the page that each entry leads to, and read that")
    .option("--workers <n>", "threads that read into a file (default: one for each core)")
    .option("--wait", "into a shared archive: wait until workers have read all, even where none is connected yet")
    .option("--no-wait", "into a shared archive: put all into the queue and wait for nobody")
    .option("--title <words>", "the headline, where the text does not tell")
    .option("--outlet <name>", "who published the articles")
    .option("--published <date>", "when they were published (YYYY-MM-DD)")
    .option("--allow-private", "let addresses lead to this machine or a private network")
    .option("--force", "read on where the input does not seem to be an English article")
    .action(async (names: string[], flags: Record<string, unknown>) => {
      const { ingestCommand } = await import("./ingest.ts");
      process.exitCode = await ingestCommand(names, flags);
    });
  hearsay
    .command("work")
    .description("read what waits in the queue of a shared archive; any number of workers, on any machine")
    .option("--archive <place>", "postgres://… (default: HEARSAY_ARCHIVE)")
    .option("--threads <n>", "threads that read (default: one for each core)")
    .option("--until-empty", "end when nothing waits any more")
    .action(async (flags: Record<string, unknown>) => {
      const { workCommand } = await import("./work.ts");
      process.exitCode = await workCommand(flags);
    });
  hearsay
    .command("pipe")
    .description(
      "answer each line of JSON on standard input with one: what cluster/ runs on every core (docs/scale.md)",
    )
    .argument("<step>", "open, read, identity, or a step of the trace")
    .option("--name <file>", "open: what the bytes on standard input are called")
    .option("--force", "read: read on where the input does not seem to be an English article")
    .action(async (step: string, flags: Record<string, unknown>) => {
      const { pipeCommand } = await import("./pipe/pipe.ts");
      process.exitCode = await pipeCommand(step, flags);
    });
  const onArchive = (name: string, description: string): Command =>
    hearsay
      .command(name)
      .description(description)
      .option(
        "--archive <place>",
        "a file, or postgres://… (default: HEARSAY_ARCHIVE, else a file in your data folder)",
      );
  onArchive("search", "find statements or articles of the archive by words and labels (docs/search.md)")
    .argument("<query...>", 'such as: speaker:"Maren Tollick" valve since:2025-03')
    .option("--in <where>", "where words are looked for: contents, text or headlines", "contents")
    .option("--quotation", "the query is a quotation: find it in spite of marks, ellipses, brackets and small edits")
    .option("--order <order>", "relevance or newest", "relevance")
    .option("--limit <n>", "hits on a page", "20")
    .option("--page <n>", "which page", "1")
    .option("--json", "print hits, counts and the query as understood as JSON")
    .action(async (words: string[], flags: Record<string, unknown>) => {
      const { searchCommand } = await import("./search.ts");
      process.exitCode = await searchCommand(words, flags);
    });
  onArchive(
    "trace",
    "follow a quotation or claim from outlet to outlet: who had it first, who relayed it, what changed",
  )
    .argument("[words...]", "the words, with or without their quotation marks")
    .option("--speaker <name>", "who is held to have said it")
    .option("--all", "every statement that two articles or more tell")
    .option("--jsonl", "with --all: a line of JSON for each (docs/formats.md)")
    .option("--json", "print as JSON")
    .action(async (words: string[], flags: Record<string, unknown>) => {
      const { traceCommand } = await import("./trace.ts");
      process.exitCode = await traceCommand(words, flags);
    });
  onArchive("audit", "whom an outlet, an author or a period quotes, every number with the search that opens it")
    .option("--outlet <name>", "this outlet only")
    .option("--byline <name>", "articles by this author only")
    .option("--since <date>", "from this year, month or day on")
    .option("--until <date>", "until this year, month or day, which counts too")
    .option("--by <period>", "the periods of the last table: month or year", "month")
    .option("--csv <folder>", "write every table into this folder, a CSV file each")
    .option("--json", "print the audit as JSON")
    .action(async (flags: Record<string, unknown>) => {
      const { auditCommand } = await import("./audit.ts");
      process.exitCode = await auditCommand(flags);
    });
  onArchive(
    "speakers",
    "who is quoted, across articles; join, split, alias, wikidata and undo are your decisions about who is who",
  )
    .argument("[words...]", "words of a name; or: join A B, split A, alias A NAME, wikidata A Q42, undo")
    .option("--role <words>", "split: the office whose statements are somebody else’s (none: those without one)")
    .option("--remove", "alias: take the name away")
    .option("--redo", "undo: bring back what was taken back last")
    .option("--limit <n>", "speakers on a page", "20")
    .option("--page <n>", "which page", "1")
    .option("--note <words>", "why, kept with the decision")
    .option("--author <name>", "who decides (default: HEARSAY_AUTHOR, else your name on this machine)")
    .option("--json", "print as JSON")
    .action(async (words: string[], flags: Record<string, unknown>) => {
      const { speakersCommand } = await import("./speakers.ts");
      process.exitCode = await speakersCommand(words, flags);
    });
  onArchive(
    "outlets",
    "who published the articles; join, split, name and undo are your decisions about which names are one outlet",
  )
    .argument("[words...]", "words of a name; or: join A B, split A NAME, name A NAME, undo")
    .option("--redo", "undo: bring back what was taken back last")
    .option("--limit <n>", "outlets on a page", "20")
    .option("--page <n>", "which page", "1")
    .option("--note <words>", "why, kept with the decision")
    .option("--author <name>", "who decides (default: HEARSAY_AUTHOR, else your name on this machine)")
    .option("--json", "print as JSON")
    .action(async (words: string[], flags: Record<string, unknown>) => {
      const { outletsCommand } = await import("./outlets.ts");
      process.exitCode = await outletsCommand(words, flags);
    });
  onArchive("dossier", "what somebody said, over time and by topic, each statement with all its tellings")
    .argument("<name...>", 'the speaker; "name (office)" where several have the name')
    .option("--about <words>", "statements with these words only")
    .option("--since <date>", "from this year, month or day on")
    .option("--until <date>", "until this year, month or day, which counts too")
    .option("--json", "print as JSON")
    .action(async (words: string[], flags: Record<string, unknown>) => {
      const { dossierCommand } = await import("./dossier.ts");
      process.exitCode = await dossierCommand(words, flags);
    });
  onArchive("show", "list the archive's articles, or show one with its statements")
    .argument("[article]", "its name in the list")
    .option("--version <n>", "an earlier version of it")
    .option("--machine", "as Hearsay read it, before anybody corrected it")
    .option("--changes", "what differs from each version to the next: words, statements, decisions")
    .option("--failed", "list what could not be read, with the reasons")
    .option("--explain", "tell how each label is known")
    .option("--json", "print as JSON")
    .action(async (doc: string | undefined, flags: Record<string, unknown>) => {
      const { showCommand } = await import("./show.ts");
      process.exitCode = await showCommand(doc, flags);
    });
  onArchive("review", "list an article's statements with what was decided about each")
    .argument("<article>", "its name in the list of hearsay show")
    .option("--json", "print as JSON")
    .action(async (doc: string, flags: Record<string, unknown>) => {
      const { reviewCommand } = await import("./review.ts");
      process.exitCode = await reviewCommand(doc, flags);
    });
  onArchive(
    "correct",
    "accept, reject or change a statement, or add one; nothing is ever overwritten (docs/corrections.md)",
  )
    .argument("<article>", "its name in the list of hearsay show")
    .argument("[statement]", "its id in the list of hearsay review, such as a3")
    .option("--accept", "it is right as it stands")
    .option("--reject", "it is no statement")
    .option("--add", "add a statement that Hearsay did not see: with --content, and --source, --cue, --speaker")
    .option("--speaker <name>", "who says it (none: nobody is named)")
    .option("--role <words>", "their office or affiliation (none: none)")
    .option("--kind <kind>", "person, group, organisation, government, outlet, document or none")
    .option("--naming <naming>", "named, role, anonymous or none")
    .option("--source <words>", "the article's words for who says it (none: none)")
    .option("--cue <words>", "the words that say it (none: none)")
    .option("--content <words>", "the words that are said")
    .option("--form <form>", "direct, mixed or indirect")
    .option("--act <act>", "claim, denial, belief, intention, directive, question or silence")
    .option("--framing <framing>", "neutral, distancing, endorsing or hearsay")
    .option("--negated <yes|no>", "whether it is told as not said")
    .option("--channel <words>", "the article's words for through whom it came (none: none)")
    .option("--when <date>", "the day it was said (none: not known)")
    .option("--within <statement>", "the statement in whose words it stands (none: none)")
    .option("--note <words>", "why, kept with the decision")
    .option("--author <name>", "who decides (default: HEARSAY_AUTHOR, else your name on this machine)")
    .action(async (doc: string, statement: string | undefined, flags: Record<string, unknown>) => {
      const { correctCommand } = await import("./correct.ts");
      process.exitCode = await correctCommand(doc, statement, flags);
    });
  onArchive("undo", "take back your last decision, of an article or of all; as often as you like, in any session")
    .argument("[article]", "on this article only")
    .option("--redo", "bring back what was taken back last")
    .option("--author <name>", "who decides (default: HEARSAY_AUTHOR, else your name on this machine)")
    .action(async (doc: string | undefined, flags: Record<string, unknown>) => {
      const { undoCommand } = await import("./correct.ts");
      process.exitCode = await undoCommand(doc, flags);
    });
  onArchive(
    "corrections",
    "write all decisions (statements, speakers, outlets) as JSON Lines, or take over those of another archive",
  )
    .argument("<what>", "export or import")
    .argument("[file]", "the file to import")
    .option("--output <file>", "write to a file instead of the terminal")
    .action(async (what: string, file: string | undefined, flags: Record<string, unknown>) => {
      const { correctionsCommand } = await import("./review.ts");
      process.exitCode = await correctionsCommand(what, file, flags);
    });
  onArchive("export", "write articles of the archive in another program’s format (docs/formats.md)")
    .argument("<format>", "csv, csv-excel, xlsx, parquet, jsonl, json-ld, web-annotation, brat, cas, spacy or doccano")
    .argument("[article...]", "their names in the list; all when none is named")
    .option("--outlet <name>", "articles of this outlet only")
    .option("--output <file>", "write to a file")
    .action(async (format: string, docs: string[], flags: Record<string, unknown>) => {
      const { exportCommand } = await import("./export.ts");
      process.exitCode = await exportCommand(format, docs, flags);
    });
  onArchive("serve", "open the app on the archive, in a browser on this machine (docs/serve.md)")
    .option("--port <n>", "the port; 0 for any that is free", "4277")
    .option("--host <address>", "where it can be reached; beyond this machine it asks for a token", "127.0.0.1")
    .option("--allow-host <name...>", "further names under which browsers may reach it")
    .option("--allow-private", "let addresses that are brought in lead to this machine or a private network")
    .option("--log <level>", "what it tells on standard error: debug, info or error", "info")
    .action(async (flags: Record<string, unknown>) => {
      const { serveCommand } = await import("./serve.ts");
      process.exitCode = await serveCommand(flags);
    });
  for (const command of hearsay.commands) command.exitOverride();
  return hearsay;
}
