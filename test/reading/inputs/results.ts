/** Reads what an input kind yields, for its tests. */
import type { ArticleInput } from "../../../src/document.ts";
import type { LineResult } from "../../../src/reading/inputs/result.ts";

/** All results in order. */
export async function all(results: AsyncIterable<LineResult> | Iterable<LineResult>): Promise<LineResult[]> {
  const list: LineResult[] = [];
  for await (const result of results) list.push(result);
  return list;
}

export const articlesOf = (results: readonly LineResult[]): ArticleInput[] =>
  results.flatMap((result) => (result.ok ? [result.input] : []));

export const errorsOf = (results: readonly LineResult[]): string[] =>
  results.flatMap((result) => (result.ok ? [] : [result.error.message]));

/** Bytes in pieces of a size, as a stream hands them over. */
export async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
