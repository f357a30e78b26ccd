/** Counts of the server in Prometheus' text format (exposition format 0.0.4). */

/** Upper bounds of the buckets of the latency histogram, in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

interface Series {
  count: number;
  sum: number;
  buckets: number[];
}

export interface Metrics {
  /** Notes an answered request; `route` is the pattern of its path, so that no name of an article gets in. */
  request(method: string, route: string, status: number, seconds: number): void;
  /** The text, with further values measured now. */
  text(gauges: readonly Gauge[]): string;
}

/** A value that is measured when it is asked for. */
export interface Gauge {
  name: string;
  help: string;
  values: readonly { labels?: Readonly<Record<string, string>>; value: number }[];
}

export function makeMetrics(): Metrics {
  const requests = new Map<string, { labels: Record<string, string>; n: number }>();
  const latency = new Map<string, Series>();
  return {
    request(method, route, status, seconds) {
      const labels = { method, route, status: String(status) };
      const key = Object.values(labels).join(" ");
      const counted = requests.get(key) ?? { labels, n: 0 };
      counted.n++;
      requests.set(key, counted);
      const series = latency.get(route) ?? { count: 0, sum: 0, buckets: BUCKETS.map(() => 0) };
      series.count++;
      series.sum += seconds;
      for (const [i, most] of BUCKETS.entries()) if (seconds <= most) series.buckets[i] = (series.buckets[i] ?? 0) + 1;
      latency.set(route, series);
    },
    text(gauges) {
      const lines = head("hearsay_http_requests_total", "counter", "requests answered");
      for (const { labels, n } of requests.values()) lines.push(line("hearsay_http_requests_total", labels, n));
      const name = "hearsay_http_request_seconds";
      lines.push(...head(name, "histogram", "time to answer, in seconds; streams count until their head is sent"));
      for (const [route, { count, sum, buckets }] of latency) {
        for (const [i, n] of buckets.entries())
          lines.push(line(`${name}_bucket`, { route, le: String(BUCKETS[i]) }, n));
        lines.push(line(`${name}_bucket`, { route, le: "+Inf" }, count));
        lines.push(line(`${name}_sum`, { route }, sum), line(`${name}_count`, { route }, count));
      }
      for (const { name, help, values } of gauges) {
        lines.push(...head(name, "gauge", help));
        for (const { labels, value } of values) lines.push(line(name, labels ?? {}, value));
      }
      return `${lines.join("\n")}\n`;
    },
  };
}

const head = (name: string, type: string, help: string): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
];

function line(name: string, labels: Readonly<Record<string, string>>, value: number): string {
  const pairs = Object.entries(labels).map(
    ([k, v]) => `${k}="${v.replace(/["\\\n]/g, (ch) => (ch === "\n" ? "\\n" : `\\${ch}`))}"`,
  );
  return `${name}${pairs.length > 0 ? `{${pairs.join(",")}}` : ""} ${value}`;
}
