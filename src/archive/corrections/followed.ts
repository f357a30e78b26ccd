/**
 * The articles that were corrected last, with what came of their logs, so that one more correction costs the same however many went
 * before it. What others appended in between is taken up from the log; an article that was read anew begins again.
 */
import type { Reading } from "../../document.ts";
import { type Application, newApplication } from "./apply.ts";
import type { CorrectionEvent } from "./events.ts";

/** Articles kept ready: people correct a few at a time. */
const MOST = 4;

/** An event with its place in the log. */
export interface LoggedAt {
  seq: number;
  event: CorrectionEvent;
}

export interface Followed {
  /**
   * The article with all events of the log on it. @param key changes when the article is read anew. @param read its machine's reading.
   * @param since its events after a place of the log, in order
   */
  of(doc: string, key: string, read: () => Reading, since: (seq: number) => Iterable<LoggedAt>): Application;
  /** Forgets everything: what was taken up may have been rolled back. */
  forget(): void;
}

interface Held {
  key: string;
  seq: number;
  application: Application;
}

export function newFollowed(): Followed {
  const held = new Map<string, Held>();
  return {
    of(doc, key, read, since) {
      const known = held.get(doc);
      const own = known?.key === key ? known : { key, seq: 0, application: newApplication(read()) };
      const fresh = [...since(own.seq)];
      own.application.take(fresh.map(({ event }) => event));
      own.seq = fresh.at(-1)?.seq ?? own.seq;
      held.delete(doc);
      held.set(doc, own);
      for (const oldest of held.keys()) if (held.size > MOST) held.delete(oldest);
      return own.application;
    },
    forget() {
      held.clear();
    },
  };
}
