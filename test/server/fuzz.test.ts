import { expect, it } from "vitest";
import { fuzz } from "../../tools/fuzz.ts";
import { start } from "./start.ts";

it("answers whatever it is asked without a fault of its own", async () => {
  const server = await start();
  try {
    const { statuses, faults } = await fuzz(server.url, 400, 7);
    expect(faults.slice(0, 5)).toEqual([]);
    expect(statuses[200]).toBeGreaterThan(20);
    expect(statuses[400]).toBeGreaterThan(20);
  } finally {
    await server.close();
  }
});
