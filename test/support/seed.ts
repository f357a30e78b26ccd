/**
 * Property tests draw the same cases in every run, so that a run can be repeated and a change alone makes it fail.
 * `HEARSAY_TEST_SEED=$RANDOM npx vitest run` draws others.
 */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.HEARSAY_TEST_SEED ?? 20_261_125) });
