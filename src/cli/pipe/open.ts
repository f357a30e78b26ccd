/** The step that opens a file of many articles (a crawl, an export, a mailbox): its bytes in, its articles out. */
import { basename } from "node:path";
import { HearsayError } from "../../error.ts";
import type { ArticleInput } from "../../document.ts";
import { nameOf } from "../../reading/inputs/open.ts";
import { readSource } from "../../reading/inputs/read-source.ts";
import { streamSource } from "../../reading/inputs/source.ts";

type Opened = { ok: true; answer: ArticleInput } | { ok: false; name: string; reason: string };

/** The articles of a file, and what could not be opened of it with the reason. */
export async function* openAll(bytes: AsyncIterable<Uint8Array>, name: string): AsyncGenerator<Opened> {
  try {
    const source = await streamSource(bytes, name, nameOf(basename(name)));
    for await (const result of await readSource(source, { force: false }))
      yield result.ok
        ? { ok: true, answer: result.input }
        : { ok: false, name: result.name, reason: result.error.message };
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error;
    yield { ok: false, name, reason: error.message };
  }
}
