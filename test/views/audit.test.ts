/** The audit of the example archive through the whole pipeline: every number opens its statements. Loads the model. */
import { expect, it } from "vitest";
import { openSqlite } from "../../src/archive/sqlite/sqlite.ts";
import { auditView } from "../../src/views/audit.ts";
import { openNumbers } from "../archive/numbers.ts";
import { readExample } from "../../tools/trace-truth.ts";
import { keepReading } from "../archive/readings.ts";

it("opens every number of the example archive with its search", { timeout: 120_000 }, async () => {
  const archive = openSqlite(":memory:");
  for (const reading of await readExample()) await keepReading(archive, reading);
  const outlets = (await archive.articles()).map((a) => a.outlet);
  let opened = 0;
  for (const filter of [{}, { since: "2025-03-12", until: "2025-03-13" }, ...outlets.map((outlet) => ({ outlet }))])
    opened += await openNumbers(archive, filter);
  expect(opened).toBeGreaterThan(200);
  const whole = auditView(await archive.audit({}, "month"), {});
  const never = whole.neverQuoted.map((n) => n.name);
  expect(never).toContain("Kestrel Pipeworks");
  for (const { label } of whole.speakers) expect(never).not.toContain(label);
  await archive.close();
});
