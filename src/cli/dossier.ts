/** `hearsay dossier`: what somebody said, over time and by topic. */
import { EXIT, type ExitCode } from "../error.ts";
import { dossierToTerminal } from "../exports/dossier-terminal.ts";
import { dossierOf } from "../views/dossier.ts";
import { knownSpeaker } from "../views/speakers.ts";
import { withArchive } from "./archive.ts";
import { dateFlags } from "./date-flags.ts";

interface Flags {
  archive?: string;
  about?: string;
  since?: string;
  until?: string;
  json?: boolean;
}

export async function dossierCommand(words: readonly string[], flags: Flags): Promise<ExitCode> {
  const name = words.join(" ").trim();
  const filter = { about: flags.about ?? null, ...dateFlags(flags) };
  return withArchive(flags, async (archive) => {
    await knownSpeaker(archive, name);
    const dossier = await dossierOf(archive, name, filter);
    if (dossier)
      process.stdout.write(flags.json ? `${JSON.stringify(dossier, null, 1)}\n` : dossierToTerminal(dossier));
    return EXIT.ok;
  });
}
