/** From what a user decided about outlets to an event of the log. Pure. */
import { undoIn } from "../corrections/added.ts";
import type { Deciding } from "../corrections/decide.ts";
import { type OutletEvent, OutletEventSchema } from "./events.ts";
import type { Outlet } from "./outlet.ts";

const namesOf = (outlets: readonly Outlet[]): string[] => [
  ...new Set(outlets.flatMap(({ names }) => names.map(({ name }) => name))),
];

/** That all these are one outlet, called as the first one is. */
export const joinOutlets = (outlets: readonly [Outlet, ...Outlet[]], deciding: Deciding): OutletEvent =>
  OutletEventSchema.parse({ v: 1, ...deciding, type: "join", name: outlets[0].name, names: namesOf(outlets) });

/** That these names are an outlet of their own, and none of the outlet's other names. */
export const splitOutlet = (outlet: Outlet, names: readonly string[], deciding: Deciding): OutletEvent =>
  OutletEventSchema.parse({
    v: 1,
    ...deciding,
    type: "split",
    names,
    from: namesOf([outlet]).filter((name) => !names.includes(name)),
  });

/** What an outlet is called. */
export const nameOutlet = (outlet: Outlet, name: string, deciding: Deciding): OutletEvent =>
  OutletEventSchema.parse({ v: 1, ...deciding, type: "name", names: namesOf([outlet]), name });

/** The event that takes back an author's last decision, or that undo; `null` when there is none. */
export const undoOfOutlets = (
  log: readonly OutletEvent[],
  deciding: Deciding,
  which?: "undo" | "redo",
): OutletEvent | null => undoIn(log, deciding, which);

/** An event as text: they are parsed by one schema, which gives their keys one order. */
export const plainEvent = (event: OutletEvent): string => JSON.stringify(OutletEventSchema.parse(event));
