/** Lines of a stream of bytes: those that end in a line feed, whatever other separators their JSON holds. */

/** Each line without its line feed; the last one too where it has none. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let held: Buffer[] = [];
  for await (const chunk of bytes) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let end = rest.indexOf(10); end >= 0; end = rest.indexOf(10)) {
      yield Buffer.concat([...held, rest.subarray(0, end)]).toString("utf8");
      held = [];
      rest = rest.subarray(end + 1);
    }
    if (rest.length > 0) held.push(rest);
  }
  if (held.length > 0) yield Buffer.concat(held).toString("utf8");
}
