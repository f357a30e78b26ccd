/** Server-sent events read from an answer, in browsers and in Node (https://html.spec.whatwg.org/multipage/server-sent-events.html). */

/** One event; its data is JSON here. */
export interface ServerEvent {
  event: string;
  data: unknown;
}

/** Characters that one event may have; more is no event of ours. */
const LONGEST = 1 << 22;

/** The events of a stream until it ends. Comments (heartbeats) and what has no data are left out. @throws Error on an endless event */
export async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<ServerEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const blocks = (rest + decoder.decode(value, { stream: true })).split("\n\n");
      rest = blocks.pop() ?? "";
      if (rest.length > LONGEST) throw new Error("the stream does not end an event");
      for (const block of blocks) {
        const event = eventOf(block);
        if (event) yield event;
      }
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function eventOf(block: string): ServerEvent | null {
  const fields = { event: "message", data: "" };
  for (const line of block.split("\n")) {
    if (line.startsWith("event: ")) fields.event = line.slice(7);
    else if (line.startsWith("data: ")) fields.data += line.slice(6);
  }
  return fields.data === "" ? null : { event: fields.event, data: JSON.parse(fields.data) };
}
