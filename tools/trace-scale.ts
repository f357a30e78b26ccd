/**
 * What grouping costs as the archive grows: `node tools/trace-scale.ts [TELLINGS …]`, by default 10,000 and 100,000
 * (1,000,000 needs `node --max-old-space-size=12000`). CPU time, not wall time, so that neighbours do not count.
 */
import { traceAll } from "../src/archive/trace/trace.ts";
import { made } from "../bench/readings-made.ts";
import { scoreTrace } from "./trace-score.ts";

const sizes = process.argv.slice(2).map(Number);

for (const size of sizes.length > 0 ? sizes : [10_000, 100_000]) {
  const { articles, truth } = made(size);
  const tellings = articles.reduce((n, a) => n + a.attributions.length, 0);
  const before = process.cpuUsage();
  const statements = traceAll(articles);
  const { user, system } = process.cpuUsage(before);
  const { recall, precision, change, apart } = scoreTrace(statements, truth, articles);
  const each = (user + system) / tellings;
  console.log(
    `${tellings} attributions in ${articles.length} articles: ${((user + system) / 1e6).toFixed(1)} s CPU, ` +
      `${each.toFixed(0)} µs each, ${(each / Math.log2(tellings)).toFixed(1)} µs each by log n, ` +
      `${Math.round(process.memoryUsage().rss / 1e6)} MB; found ${recall.right} of ${recall.of}, ` +
      `right ${precision.right} of ${precision.of}, change ${change.right} of ${change.of}, apart ${apart.right} of ${apart.of}`,
  );
}
