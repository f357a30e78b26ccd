/** `hearsay speakers`: who is quoted in the archive, and a human's decisions about who is who. */
import { EXIT, type ExitCode, UsageError } from "../error.ts";
import { decidedToTerminal, speakersToTerminal } from "../exports/speakers-terminal.ts";
import { decideSpeaker, type SpeakerAsk } from "../views/speakers.ts";
import { withArchive } from "./archive.ts";
import { deciding } from "./correct.ts";
import { whole } from "./whole.ts";

interface Flags {
  archive?: string;
  role?: string;
  remove?: boolean;
  redo?: boolean;
  limit?: string;
  page?: string;
  json?: boolean;
  author?: string;
  note?: string;
}

/** Of what is listed, and of pages. */
const MOST = 1_000_000;
const DECISIONS = /^(?:join|split|alias|wikidata|undo)$/;

export async function speakersCommand(words: readonly string[], flags: Flags): Promise<ExitCode> {
  const [verb = "", ...args] = words;
  if (DECISIONS.test(verb)) return decide(askBy(verb, args, flags), flags);
  const limit = whole("limit", flags.limit ?? "20", MOST);
  const page = whole("page", flags.page ?? "1", MOST);
  const offset = (page - 1) * limit;
  return withArchive(flags, async (archive) => {
    const list = await archive.speakers({ like: words.join(" "), limit, offset });
    process.stdout.write(flags.json ? `${JSON.stringify(list, null, 1)}\n` : speakersToTerminal(list, offset));
    return EXIT.ok;
  });
}

async function decide(ask: SpeakerAsk, flags: Flags): Promise<ExitCode> {
  return withArchive(flags, async (archive) => {
    const who = deciding(flags);
    const decided = await decideSpeaker(archive, ask, who);
    if (!decided.event)
      throw new UsageError(
        `speakers undo: there is no decision by ${who.author} to ${flags.redo ? "bring back" : "take back"}`,
      );
    process.stdout.write(flags.json ? `${JSON.stringify(decided, null, 1)}\n` : decidedToTerminal(decided));
    return EXIT.ok;
  });
}

/** @throws UsageError that shows how the command is written */
function askBy(verb: string, args: readonly string[], flags: Flags): SpeakerAsk {
  const [speaker, value, ...more] = args;
  const wrong = (how: string): UsageError => new UsageError(`speakers ${verb}: write it as: hearsay speakers ${how}`);
  if (verb === "undo") {
    if (speaker !== undefined) throw wrong("undo [--redo]");
    return { type: flags.redo ? "redo" : "undo" };
  }
  if (speaker === undefined) throw wrong(`${verb} "Maren Tollick" …`);
  if (verb === "join") return { type: "join", speakers: [...args] };
  if (verb === "split") {
    if (flags.role === undefined || value !== undefined)
      throw wrong('split "Jonas Vik" --role goalkeeper (or --role none)');
    return { type: "split", speaker, role: flags.role === "none" ? null : flags.role };
  }
  if (value === undefined || more.length > 0)
    throw wrong(verb === "alias" ? 'alias "Maren Tollick" "M. Tollick"' : 'wikidata "Maren Tollick" Q42 (or none)');
  if (verb === "alias") return { type: "alias", speaker, alias: value, ...(flags.remove ? { remove: true } : {}) };
  return { type: "wikidata", speaker, item: value === "none" ? null : value };
}
