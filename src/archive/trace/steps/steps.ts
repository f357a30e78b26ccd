/**
 * The trace as steps that share no memory, for engines that run on many machines. What stands between them (counting,
 * joining what shares keys, tying what matches) is theirs; what is decided is decided here, by the functions of trace.ts.
 * cluster/hearsay_cluster/trace.py puts them together for Apache Spark, docs/scale.md tells how.
 */
import { groupsStep } from "./groups.ts";
import { keysStep } from "./keys.ts";
import { matchesStep } from "./matches.ts";
import { outletsStep } from "./outlets.ts";
import { possibleStep } from "./possible.ts";
import { sharedStep } from "./shared.ts";
import { statementsStep } from "./statements.ts";
import { stretchesStep } from "./stretches.ts";
import { tellingsStep } from "./tellings.ts";
import { voicesStep } from "./voices.ts";

/** Each gets what holds for all lines and gives what answers a line. */
export const TRACE_STEPS = {
  outlets: outletsStep,
  tellings: tellingsStep,
  keys: keysStep,
  shared: sharedStep,
  possible: possibleStep,
  matches: matchesStep,
  groups: groupsStep,
  stretches: stretchesStep,
  voices: voicesStep,
  statements: statementsStep,
} as const;

export type TraceStep = keyof typeof TRACE_STEPS;
