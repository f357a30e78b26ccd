/** What other browsers change is told by the server as it happens. */

export interface Change {
  type: "article" | "correction";
  doc: string;
  /** Id of the correction; `null` for articles. */
  event: string | null;
}

type Listener = (change: Change) => void;

const listeners = new Set<Listener>();
let source: EventSource | null = null;

/** Listens until the function that is returned is called. One connection serves the whole page. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener);
  source ??= open();
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    source?.close();
    source = null;
  };
}

function open(): EventSource {
  const stream = new EventSource("/api/events");
  for (const type of ["article", "correction"] as const)
    stream.addEventListener(type, (message: MessageEvent<string>) => {
      const { doc, event } = JSON.parse(message.data) as { doc?: unknown; event?: { id?: unknown } };
      const id = typeof event?.id === "string" ? event.id : null;
      if (typeof doc === "string") for (const listener of listeners) listener({ type, doc, event: id });
    });
  return stream;
}
