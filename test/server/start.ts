/** A real server over a real archive of a few articles, on a port of its own. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openArchive } from "../../src/archive/open.ts";
import { type ServerOptions, startServer } from "../../src/server/server.ts";
import { keepReading, makeReading } from "../archive/readings.ts";
import { newPlace, type Store } from "../archive/stores.ts";

export interface Started {
  url: string;
  /** Where its archive is. */
  place: string;
  token: string | null;
  close(): Promise<void>;
}

const TEXTS = {
  pier: "Ana Holt said the pier is shut. Otto Brandt said the gulls stay.",
  quay: "Ana Holt said the pier is shut. Mara Tamm reportedly said the quay is sold.",
  tide: "Otto Brandt said the tide was late.",
};

/** Options of a server on loopback and a free port that says nothing. */
export const quietly = (place: string, spool: string): ServerOptions => ({
  place,
  spool,
  host: "127.0.0.1",
  port: 0,
  names: [],
  allowPrivate: false,
  level: "error",
  warm: false,
  write: () => {},
});

export async function start(more: Partial<ServerOptions> = {}, store: Store = "file"): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-server-"));
  const { place, drop } = await newPlace(store);
  const archive = await openArchive(place);
  for (const [doc, text] of Object.entries(TEXTS))
    await keepReading(
      archive,
      makeReading(doc, text, { outlet: `${doc} post`, published: "2025-03-11", title: `About the ${doc}` }),
    );
  await archive.close();
  const server = await startServer({ ...quietly(place, join(folder, "bring-in")), ...more });
  return {
    place,
    url: server.url.replace(/\/$/, "").replace("0.0.0.0", "127.0.0.1"),
    token: server.token,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true });
      await drop();
    },
  };
}
