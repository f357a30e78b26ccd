/** Text files that are written article by article, so that neither the readings nor the file need be held as a whole. */
import type { Reading } from "../document.ts";

/** One file on its way. What it remembers between articles (numbers of its own, say) is its own: each file needs a new one. */
export interface Writer {
  /** What stands before the first article. */
  head: string;
  /** The text of one article, in pieces. */
  reading(reading: Reading): Iterable<string>;
  /** What stands behind the last one; asked for once. */
  tail(): string;
}

/** The file in pieces. */
export function* linesOf(writer: Writer, readings: Iterable<Reading>): Generator<string> {
  if (writer.head) yield writer.head;
  for (const reading of readings) yield* writer.reading(reading);
  const tail = writer.tail();
  if (tail) yield tail;
}

/** The same from readings that come one by one. */
export async function* streamOf(writer: Writer, readings: AsyncIterable<Reading>): AsyncGenerator<string> {
  if (writer.head) yield writer.head;
  for await (const reading of readings) yield* writer.reading(reading);
  const tail = writer.tail();
  if (tail) yield tail;
}

/** The whole file as one string. */
export const textOf = (writer: Writer, readings: Iterable<Reading>): string => [...linesOf(writer, readings)].join("");

/** A file of lines, one an article. */
export const lineWriter = (line: (reading: Reading) => string): Writer => ({
  head: "",
  reading: (reading) => [line(reading)],
  tail: () => "",
});

/** A JSON text around a long list, an item a line; `after` gets the number of items. */
export function listWriter(
  before: string,
  itemsOf: (reading: Reading) => Iterable<unknown>,
  after: (count: number) => string,
): Writer {
  let count = 0;
  return {
    head: `${before}[`,
    *reading(reading) {
      for (const item of itemsOf(reading)) yield `${count++ === 0 ? "" : ","}\n${JSON.stringify(item)}`;
    },
    tail: () => `\n]${after(count)}\n`,
  };
}
