import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { countingIn } from "../../../../src/archive/sqlite/search/counted.ts";
import { openSqlite } from "../../../../src/archive/sqlite/sqlite.ts";
import { keepReading, makeReading } from "../../readings.ts";

it("counts are remembered until this connection or another one writes", async () => {
  const folder = mkdtempSync(join(tmpdir(), "hearsay-counted-"));
  const place = join(folder, "a.hearsay");
  const [own, other] = [openSqlite(place), openSqlite(place)];
  const count = (most = 10): number => countingIn(own.db, "search_words", most)("pier");
  expect(count()).toBe(0);
  await keepReading(own, makeReading("a", "Ana Holt said the pier is shut."));
  expect([count(), count()]).toEqual([1, 1]);
  await keepReading(other, makeReading("b", "Mara Tamm said the pier is open."));
  expect([count(), count(1)]).toEqual([2, 1]);
  await own.close();
  await other.close();
  rmSync(folder, { recursive: true });
});
