/** A list of addresses, one a line: each is fetched and read as if it had been named itself. */
import { EXIT, HearsayError } from "../../error.ts";
import { failure, type LineResult, type Results } from "./result.ts";

/** A list has no more addresses than this; the rest is reported. */
export const MOST_ADDRESSES = 10_000;

const ADDRESS = /^https?:\/\/\S+$/i;
const NOTE = /^\s*(?:#|$)/;

/** Whether a text is such a list: every line is an address, is blank, or begins with "#"; the last one may be cut off. */
export function isAddressList(text: string, whole: boolean): boolean {
  const lines = text.split(/\r?\n/);
  if (!whole) lines.pop();
  return lines.some((line) => ADDRESS.test(line.trim())) && lines.every((l) => NOTE.test(l) || ADDRESS.test(l.trim()));
}

/** @param open reads what an address leads to */
export async function* readAddresses(
  text: string,
  name: string,
  open: (address: string) => Promise<Results>,
): AsyncGenerator<LineResult> {
  const seen = new Set<string>();
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const address = line.trim();
    if (NOTE.test(line) || seen.has(address)) continue;
    if (!ADDRESS.test(address)) {
      yield failure(`${name}: line ${i + 1}`, "is no http or https address");
      continue;
    }
    if (seen.size === MOST_ADDRESSES) {
      yield failure(name, `names more than ${MOST_ADDRESSES} addresses; the rest was left out`, EXIT.limit);
      return;
    }
    seen.add(address);
    try {
      yield* await open(address);
    } catch (error) {
      if (!(error instanceof HearsayError)) throw error;
      yield { ok: false, name: address, error };
    }
  }
}
