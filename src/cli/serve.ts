/** `hearsay serve`: the app in a browser, on one's own machine. */
import { EXIT, type ExitCode, UsageError } from "../error.ts";
import { LEVELS } from "../server/log.ts";
import { startServer } from "../server/server.ts";
import { servedPlace } from "./archive.ts";

/** Port where none is named. */
const DEFAULT_PORT = "4277";

interface Flags {
  archive?: string;
  host?: string;
  port?: string;
  allowHost?: string[];
  allowPrivate?: boolean;
  log?: string;
}

export async function serveCommand(flags: Flags): Promise<ExitCode> {
  const port = Number(flags.port ?? DEFAULT_PORT);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port ${flags.port}: write a number from 0 (any that is free) to 65535`);
  const level = LEVELS.find((l) => l === (flags.log ?? "info"));
  if (!level) throw new UsageError(`--log ${flags.log}: write one of ${LEVELS.join(", ")}`);
  const { place, example } = servedPlace(flags);
  const running = await startServer({
    place,
    example,
    host: flags.host ?? "127.0.0.1",
    port,
    names: flags.allowHost ?? [],
    allowPrivate: flags.allowPrivate === true,
    level,
    warm: true,
    write: (line) => process.stderr.write(line),
  });
  process.stdout.write(
    `Hearsay is at ${running.url}${running.token === null ? "" : `?token=${running.token}`}\n${
      running.token === null
        ? ""
        : "It can be reached from other machines: whoever has this address can read and change the archive.\n"
    }${example ? "It shows invented example articles. For your own: hearsay ingest FOLDER, then hearsay serve.\n" : ""}Press Ctrl-C to stop it.\n`,
  );
  await new Promise<void>((stop) => {
    let stopping = false;
    const on = (): void => {
      if (stopping) process.exit(130);
      stopping = true;
      process.stderr.write("hearsay: stopping after what is being written; press Ctrl-C again to stop at once\n");
      stop();
    };
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.removeAllListeners(signal);
      process.on(signal, on);
    }
  });
  await running.close();
  return EXIT.ok;
}
