/** Outlets as users name them, and what users decide about them. */
import { z } from "zod";
import type { Archive } from "../archive/archive.ts";
import type { Deciding } from "../archive/corrections/decide.ts";
import { joinOutlets, nameOutlet, splitOutlet, undoOfOutlets } from "../archive/outlets/decide.ts";
import type { OutletEvent } from "../archive/outlets/events.ts";
import type { Outlet } from "../archive/outlets/outlet.ts";
import { UnreadableError, UsageError } from "../error.ts";

const name = z.string().min(1).max(500);

/** A decision as users make it: outlets by any of their names. */
export const OutletAskSchema = z.discriminatedUnion("type", [
  /** All are one, called as the first. */
  z.strictObject({ type: z.literal("join"), outlets: z.array(name).min(2).max(100) }),
  /** These names are another outlet: names of its own, or of one that only seems to be the same. */
  z.strictObject({ type: z.literal("split"), outlet: name, names: z.array(name).min(1).max(100) }),
  z.strictObject({ type: z.literal("name"), outlet: name, name }),
  z.strictObject({ type: z.literal("undo") }),
  z.strictObject({ type: z.literal("redo") }),
]);
export type OutletAsk = z.infer<typeof OutletAskSchema>;

/** What was decided, and the outlets concerned as they stand now. */
export interface OutletDecided {
  /** `null` where there was nothing to undo. */
  event: OutletEvent | null;
  outlets: Outlet[];
}

/** Appends a decision. @throws HearsayError when there is no such outlet, or nothing would be left of one */
export async function decideOutlet(archive: Archive, ask: OutletAsk, deciding: Deciding): Promise<OutletDecided> {
  const event = await eventOf(archive, ask, deciding);
  if (!event) return { event, outlets: [] };
  const { refused } = await archive.decideOutlets([event]);
  if (refused[0]) throw new UsageError(`outlets: ${refused[0].reason}`);
  return { event, outlets: await concerned(archive, event) };
}

async function eventOf(archive: Archive, ask: OutletAsk, deciding: Deciding): Promise<OutletEvent | null> {
  if (ask.type === "undo" || ask.type === "redo")
    return undoOfOutlets(await archive.outletDecisions(), deciding, ask.type);
  if (ask.type === "join") {
    const outlets: Outlet[] = [];
    for (const asked of ask.outlets) {
      const outlet = await knownOutlet(archive, asked);
      if (!outlets.some((other) => other.name === outlet.name)) outlets.push(outlet);
    }
    if (outlets.length < 2) throw new UsageError(`join: ${outlets[0]?.name} is one outlet already`);
    return joinOutlets(outlets as [Outlet, ...Outlet[]], deciding);
  }
  const outlet = await knownOutlet(archive, ask.outlet);
  if (ask.type === "name") {
    const other = await archive.outletNamed(ask.name);
    if (other && other.name !== outlet.name)
      throw new UsageError(`name: ${ask.name} is another outlet; join the two, or write another name`);
    return nameOutlet(outlet, ask.name, deciding);
  }
  const own = outlet.names.map((known) => known.name);
  const names: string[] = [];
  for (const asked of ask.names) {
    const one = own.find((known) => known.toLowerCase() === asked.toLowerCase());
    const other = one === undefined ? await knownOutlet(archive, asked) : null;
    if (other && !outlet.resembling.some((like) => like.name === other.name))
      throw new UsageError(
        `split: ${other.name} is an outlet of its own already; ${outlet.name} has: ${own.join(", ")}`,
      );
    names.push(...(other ? other.names.map((known) => known.name) : [one ?? asked]));
  }
  if (own.every((known) => names.includes(known)))
    throw new UsageError(`split: nothing would be left of ${outlet.name}; it has: ${own.join(", ")}`);
  return splitOutlet(outlet, names, deciding);
}

/** The outlets that an event is about, as they stand now. */
async function concerned(archive: Archive, event: OutletEvent): Promise<Outlet[]> {
  const byId = new Map((await archive.outletDecisions()).map((e) => [e.id, e]));
  let about: OutletEvent | undefined = event;
  while (about?.type === "undo") about = byId.get(about.event);
  if (!about) return [];
  const found: Outlet[] = [];
  for (const each of [...about.names, ...(about.type === "split" ? about.from : [])]) {
    const outlet = await archive.outletNamed(each);
    if (outlet && !found.some((other) => other.name === outlet.name)) found.push(outlet);
  }
  return found;
}

/** @throws UnreadableError that names what is meant, perhaps */
async function knownOutlet(archive: Archive, asked: string): Promise<Outlet> {
  const outlet = await archive.outletNamed(asked);
  if (outlet) return outlet;
  const perhaps = (await archive.outlets({ like: asked, limit: 3, offset: 0 })).items.map((o) => o.name).join(", ");
  throw new UnreadableError(
    `${asked}: no article of the archive is by an outlet of this name; ${perhaps ? `do you mean ${perhaps}?` : "look for a part of it with: hearsay outlets WORDS"}`,
  );
}
