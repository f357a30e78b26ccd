/** `hearsay outlets`: who published the archive's articles, and a human's decisions about which names are one outlet. */
import { EXIT, type ExitCode, UsageError } from "../error.ts";
import { outletDecidedToTerminal, outletsToTerminal } from "../exports/outlets-terminal.ts";
import { decideOutlet, type OutletAsk } from "../views/outlets.ts";
import { withArchive } from "./archive.ts";
import { deciding } from "./correct.ts";
import { whole } from "./whole.ts";

interface Flags {
  archive?: string;
  redo?: boolean;
  limit?: string;
  page?: string;
  json?: boolean;
  author?: string;
  note?: string;
}

/** Of what is listed, and of pages. */
const MOST = 1_000_000;
const DECISIONS = /^(?:join|split|name|undo)$/;

export async function outletsCommand(words: readonly string[], flags: Flags): Promise<ExitCode> {
  const [verb = "", ...args] = words;
  if (DECISIONS.test(verb)) return decide(askBy(verb, args, flags), flags);
  const limit = whole("limit", flags.limit ?? "20", MOST);
  const offset = (whole("page", flags.page ?? "1", MOST) - 1) * limit;
  return withArchive(flags, async (archive) => {
    const list = await archive.outlets({ like: words.join(" "), limit, offset });
    process.stdout.write(flags.json ? `${JSON.stringify(list, null, 1)}\n` : outletsToTerminal(list, offset));
    return EXIT.ok;
  });
}

async function decide(ask: OutletAsk, flags: Flags): Promise<ExitCode> {
  return withArchive(flags, async (archive) => {
    const who = deciding(flags);
    const decided = await decideOutlet(archive, ask, who);
    if (!decided.event)
      throw new UsageError(
        `outlets undo: there is no decision by ${who.author} to ${flags.redo ? "bring back" : "take back"}`,
      );
    process.stdout.write(flags.json ? `${JSON.stringify(decided, null, 1)}\n` : outletDecidedToTerminal(decided));
    return EXIT.ok;
  });
}

/** @throws UsageError that shows how the command is written */
function askBy(verb: string, args: readonly string[], flags: Flags): OutletAsk {
  const [outlet, value, ...more] = args;
  const wrong = (how: string): UsageError => new UsageError(`outlets ${verb}: write it as: hearsay outlets ${how}`);
  if (verb === "undo") {
    if (outlet !== undefined) throw wrong("undo [--redo]");
    return { type: flags.redo ? "redo" : "undo" };
  }
  if (outlet === undefined || value === undefined || (verb === "name" && more.length > 0))
    throw wrong(
      verb === "name"
        ? 'name "example-courier.test" "Example Courier"'
        : `${verb} "Example Courier" "The Example Courier" …`,
    );
  if (verb === "join") return { type: "join", outlets: [...args] };
  if (verb === "split") return { type: "split", outlet, names: [value, ...more] };
  return { type: "name", outlet, name: value };
}
