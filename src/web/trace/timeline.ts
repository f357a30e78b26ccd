/** Where the marks of a trace stand: lanes of outlets along time. Pure; lengths are units of the drawing. */
import type { StatementView, TellingView } from "../../views/trace.ts";

export const LANE = 50;
export const TOP = 32;
export const LEFT = 170;
export const WIDTH = 1100;
/** Room at the end for a last label. */
const RIGHT = 130;
/** Marks of one lane do not overlap. */
const APART = 26;

export interface Mark {
  telling: TellingView;
  x: number;
  y: number;
  shape: "first" | "relayed" | "changed";
}

export interface Line {
  from: Mark;
  to: Mark;
  /** The later article says whom it has it from; otherwise it is likely only. */
  credited: boolean;
}

export interface Timeline {
  lanes: { outlet: string; y: number }[];
  marks: Mark[];
  lines: Line[];
  height: number;
}

/** @param unknown the name of the lane of articles without an outlet */
export function timelineOf(statement: StatementView, unknown: string): Timeline {
  const { tellings } = statement;
  const outlets = [...new Set(tellings.map((t) => t.outlet ?? unknown))];
  const times = tellings.map((t) => Date.parse(t.published ?? ""));
  const known = times.filter((time) => !Number.isNaN(time));
  const [first, last] = [Math.min(...known), Math.max(...known)];
  const inLane = new Map<string, number>();
  const marks = tellings.map((telling, i): Mark => {
    const outlet = telling.outlet ?? unknown;
    const time = times[i] ?? Number.NaN;
    const share = Number.isNaN(time)
      ? i / Math.max(1, tellings.length - 1)
      : last > first
        ? (time - first) / (last - first)
        : 0;
    const x = Math.max(LEFT + 20 + share * (WIDTH - LEFT - RIGHT), (inLane.get(outlet) ?? 0) + APART);
    inLane.set(outlet, x);
    return { telling, x, y: TOP + outlets.indexOf(outlet) * LANE, shape: shapeOf(telling) };
  });
  return {
    lanes: outlets.map((outlet, i) => ({ outlet, y: TOP + i * LANE })),
    marks,
    lines: marks.flatMap((to) => lineTo(to, marks)),
    height: TOP + outlets.length * LANE + 14,
  };
}

const shapeOf = (t: TellingView): Mark["shape"] =>
  t.change === "changed" ? "changed" : t.relay === null ? "first" : "relayed";

/** The relay of a telling is an article of the archive, or an outlet; only what is in the archive has a mark. */
function lineTo(to: Mark, marks: readonly Mark[]): Line[] {
  const { relay } = to.telling;
  if (relay === null) return [];
  const from = marks.find((m) => m !== to && (m.telling.doc === relay || m.telling.outlet === relay));
  return from ? [{ from, to, credited: to.telling.credited }] : [];
}
