/** Server-sent events: streams with a heartbeat that close when the reader goes, or when the server does. */

/** Milliseconds between two heartbeats, so that a proxy does not think the stream dead. */
const HEARTBEAT = 15_000;
/** Bytes that may wait for a reader who does not read; more, and the stream is closed (browsers come back by themselves). */
const MOST_WAITING = 1 << 20;
/** Milliseconds after which a browser comes back. */
const RETRY = 2000;

export interface EventStream {
  /** The answer that a request gets. */
  response: Response;
  send(event: string, data: unknown): void;
  close(): void;
}

/** Opens a stream; `closed` is called once, whoever ends it. */
export function openStream(closed: () => void): EventStream {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const end = (): void => {
    if (!controller) return;
    controller = null;
    clearInterval(beat);
    closed();
  };
  const write = (text: string): void => {
    if (!controller) return;
    controller.enqueue(encoder.encode(text));
    if ((controller.desiredSize ?? 0) < 0) close();
  };
  const close = (): void => {
    controller?.close();
    end();
  };
  const beat = setInterval(() => write(": still here\n\n"), HEARTBEAT);
  beat.unref();
  const body = new ReadableStream<Uint8Array>(
    {
      start(own) {
        controller = own;
        write(`retry: ${RETRY}\n\n`);
      },
      cancel: end,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MOST_WAITING }),
  );
  return {
    response: new Response(body, {
      headers: {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      },
    }),
    send: (event, data) => write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    close,
  };
}
