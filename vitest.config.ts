/** What every test file runs first. */
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Milliseconds after which a test hangs: a slow machine is no fault. */
const PATIENCE = 120_000;

export default defineConfig({
  test: {
    setupFiles: ["test/support/seed.ts"],
    testTimeout: PATIENCE,
    hookTimeout: PATIENCE,
    // Vitest leaves one core free, which on two cores means one file after the other.
    maxWorkers: availableParallelism(),
  },
});
