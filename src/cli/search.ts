/** `hearsay search`: statements or articles of the archive by words and labels. */
import { EXIT, type ExitCode, UsageError } from "../error.ts";
import { quotationToTerminal, searchToTerminal } from "../exports/search-terminal.ts";
import { withArchive } from "./archive.ts";
import { whole } from "./whole.ts";

interface Flags {
  archive?: string;
  quotation?: boolean;
  in?: string;
  order?: string;
  limit?: string;
  page?: string;
  json?: boolean;
}

const SCOPES = ["contents", "text", "headlines"] as const;
const ORDERS = ["relevance", "newest"] as const;

export async function searchCommand(words: readonly string[], flags: Flags): Promise<ExitCode> {
  const scope = oneOf("in", flags.in ?? "contents", SCOPES);
  const order = oneOf("order", flags.order ?? "relevance", ORDERS);
  const limit = whole("limit", flags.limit ?? "20", 1000);
  const offset = (whole("page", flags.page ?? "1", 1_000_000) - 1) * limit;
  return withArchive(flags, async (archive) => {
    if (flags.quotation) {
      const view = await archive.quotations(words.join(" "), limit);
      process.stdout.write(flags.json ? `${JSON.stringify(view, null, 1)}\n` : quotationToTerminal(view));
      return EXIT.ok;
    }
    const view = await archive.search(words.join(" "), { limit, offset, order, in: scope });
    const colour = !process.env.NO_COLOR && process.stdout.isTTY === true;
    process.stdout.write(
      flags.json ? `${JSON.stringify(view, null, 1)}\n` : searchToTerminal(view, { colour, offset }),
    );
    return EXIT.ok;
  });
}

function oneOf<T extends string>(flag: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((a) => a === value);
  if (!found) throw new UsageError(`--${flag} ${value}: write ${allowed.join(", ")}`);
  return found;
}
