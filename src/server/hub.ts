/** Everybody who is told when something of the archive changes. */
import { type EventStream, openStream } from "./stream.ts";

export interface Hub {
  /** A stream for one more browser. */
  open(): Response;
  tell(event: "article" | "correction" | "speakers" | "outlets", data: unknown): void;
  /** Browsers that listen now. */
  readonly size: number;
  close(): void;
}

export function makeHub(): Hub {
  const streams = new Set<EventStream>();
  return {
    open() {
      const stream = openStream(() => streams.delete(stream));
      streams.add(stream);
      return stream.response;
    },
    tell(event, data) {
      for (const stream of streams) stream.send(event, data);
    },
    get size() {
      return streams.size;
    },
    close() {
      for (const stream of [...streams]) stream.close();
    },
  };
}
