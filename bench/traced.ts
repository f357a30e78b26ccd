/**
 * What Spark traced of the generator's readings (bench/readings.ts) against what is true of them: `node bench/traced.ts TELLINGS
 * RESULTS [--same]`. With `--same` one machine traces them too, and what differs is told; ends with code 1 where anything does.
 */
import { traceAll } from "../src/archive/trace/trace.ts";
import { scoreTrace } from "../tools/trace-score.ts";
import { made } from "./readings-made.ts";
import { differ, statementsOf } from "./tables.ts";

const [tellings, results] = [Number(process.argv[2]), process.argv[3] as string];
const { articles, truth } = made(tellings);
const found = await statementsOf(results);
const { recall, precision, change, apart } = scoreTrace(found, truth, articles);
console.log(
  `found ${recall.right} of ${recall.of}, right ${precision.right} of ${precision.of}, change ${change.right} of ${change.of}, apart ${apart.right} of ${apart.of}`,
);
if (process.argv.includes("--same")) {
  const lines = (statements: readonly unknown[]): string[] => statements.map((one) => JSON.stringify(one));
  if (differ("traced", lines(found), lines(traceAll(articles)))) process.exitCode = 1;
}
