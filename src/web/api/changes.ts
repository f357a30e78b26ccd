/** What other browsers change is told by the server as it happens. */
import type { Answer, Streams } from "../../client/routes.ts";
import { api } from "./api.ts";

export type Change = Answer<"/api/events", Streams>;
type Listener = (change: Change) => void;

/** Milliseconds after which a stream that broke off is asked for again. */
const RETRY = 2000;

const listeners = new Set<Listener>();
let stop: AbortController | null = null;

/** Listens until the function that is returned is called. One connection serves the whole page. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  if (!stop) {
    stop = new AbortController();
    void follow(stop.signal);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.abort();
    stop = null;
  };
}

/** Calls at once, and for what comes within `pause` milliseconds once more at their end: a crawl brings in many articles a second. */
export function calmly(act: () => void, pause: number): () => void {
  let resting = false;
  let again = false;
  const go = (): void => {
    resting = true;
    again = false;
    act();
    setTimeout(() => {
      resting = false;
      if (again) go();
    }, pause);
  };
  return () => {
    if (resting) again = true;
    else go();
  };
}

async function follow(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      for await (const change of api.listen("/api/events", {}, { signal }))
        for (const listener of listeners) listener(change);
    } catch {
      // The server went or is busy; it is asked again.
    }
    await new Promise((done) => setTimeout(done, RETRY));
  }
}
