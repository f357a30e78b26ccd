/** What every test file runs first. */
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/** Vitest leaves one core free, which on two cores means one file after the other. */
export default defineConfig({ test: { setupFiles: ["test/support/seed.ts"], maxWorkers: availableParallelism() } });
