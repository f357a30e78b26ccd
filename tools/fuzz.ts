/**
 * Asks a running server whatever its own description allows and more: `node tools/fuzz.ts URL [REQUESTS] [SEED]`. Only an archive
 * that may be changed: it corrects, undoes and brings in rubbish. Prints answers by status, and what was wrong with any.
 */
import fc from "fast-check";

interface Operation {
  parameters?: { name: string; in: string; schema: { type?: string } }[];
  requestBody?: { content: Record<string, { schema: unknown }> };
}

export interface Fuzzed {
  /** Answers by HTTP status. */
  statuses: Record<number, number>;
  /** Requests whose answer was a fault of the server, or an error of another shape. */
  faults: string[];
}

const value = fc.oneof(
  fc.string({ unit: "binary", maxLength: 60 }),
  fc.constantFrom(
    "",
    "a1",
    "pier",
    "-1",
    "0",
    "999999999999",
    "speaker:",
    '"',
    "../../etc/passwd",
    "%00",
    "' OR 1=1 --",
    "{}",
  ),
  fc.integer().map(String),
);
const body = fc.oneof(
  fc.json({ maxDepth: 3 }),
  fc
    .record(
      {
        type: fc.constantFrom("accept", "reject", "edit", "add", "reassign-speaker", "join", "split", "x"),
        statement: fc.constantFrom("a1", "a2", "nothing"),
        author: value,
        text: value,
        url: fc.constantFrom("ftp://x", "http://127.0.0.1:1/", "x"),
        set: fc.jsonValue(),
        speakers: fc.array(value),
      },
      { requiredKeys: [] },
    )
    .map((record) => JSON.stringify(record)),
  fc.string({ maxLength: 40 }),
);

/** Asks `requests` times; streams are not opened, since they do not end. */
export async function fuzz(url: string, requests: number, seed: number): Promise<Fuzzed> {
  const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Operation>>;
  };
  const operations = Object.entries(paths)
    .filter(([path]) => !path.endsWith("/events"))
    .flatMap(([path, methods]) => Object.entries(methods).map(([method, one]) => ({ path, method, one })));
  const asked = fc.sample(
    fc.tuple(
      fc.nat({ max: operations.length - 1 }),
      fc.array(value, { minLength: 8, maxLength: 8 }),
      body,
      fc.nat({ max: 9 }),
    ),
    {
      numRuns: requests,
      seed,
    },
  );
  const fuzzed: Fuzzed = { statuses: {}, faults: [] };
  for (const [i, values, text, luck] of asked) {
    const { path, method, one } = operations[i] as (typeof operations)[number];
    const given = (one.parameters ?? []).map((p, n) => ({ ...p, value: values[n % values.length] ?? "" }));
    const at = path.replace(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(wellFormed(given.find((p) => p.name === name)?.value ?? "x")),
    );
    // One in ten leaves a parameter out, or the header.
    const query = new URLSearchParams(
      given.filter((p, n) => p.in === "query" && n !== luck).map((p): [string, string] => [p.name, p.value]),
    );
    const answer = await fetch(`${url}${at}?${query}`, {
      method: method.toUpperCase(),
      headers: { "content-type": "application/json", ...(luck === 0 ? {} : { "x-hearsay": "1" }) },
      ...(one.requestBody ? { body: text } : {}),
    });
    fuzzed.statuses[answer.status] = (fuzzed.statuses[answer.status] ?? 0) + 1;
    const told = await answer.text();
    if (answer.status >= 500 || (answer.status >= 400 && !isError(told)))
      fuzzed.faults.push(`${method} ${at}?${query} ${text}: ${answer.status} ${told.slice(0, 200)}`);
  }
  return fuzzed;
}

/** A lone surrogate cannot stand in an address. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, "").replace(/^\.{1,2}$/, "x") || "x";

function isError(told: string): boolean {
  try {
    const { error } = JSON.parse(told) as { error?: { code?: unknown; message?: unknown } };
    return typeof error?.code === "string" && typeof error.message === "string" && !error.message.includes("\n");
  } catch {
    return false;
  }
}

if (import.meta.main) {
  const [url = "http://127.0.0.1:4277", requests = "5000", seed = "1"] = process.argv.slice(2);
  const { statuses, faults } = await fuzz(url.replace(/\/$/, ""), Number(requests), Number(seed));
  console.log(
    Object.entries(statuses)
      .map(([status, n]) => `${status}: ${n}`)
      .join(", "),
  );
  for (const fault of faults) console.log(fault);
  process.exitCode = faults.length > 0 ? 1 : 0;
}
