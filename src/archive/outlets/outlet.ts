/** Outlets across articles: what an archive is asked about them, and what it answers. */
import type { Answered } from "../corrections/added.ts";
import type { OutletEvent } from "./events.ts";

/** A name that articles give for who published them, and how often. */
export interface OutletCount {
  name: string;
  /** Hosts of their addresses, without "www."; none where they have no address. */
  hosts: string[];
  articles: number;
  /** ISO dates of the first and last article; `null` where none is dated. */
  first: string | null;
  last: string | null;
}

/** A name of an outlet. */
export interface OutletName extends OutletCount {
  /** Who decided that it is one of the outlet's; `null` for the only name of an outlet that nobody looked at. */
  decided: string | null;
}

/** An outlet that seems to be the same, which nobody decided. */
export interface Resembling {
  name: string;
  articles: number;
  reason: string;
}

/** Whoever publishes, under one name or under several that a human joined. */
export interface Outlet {
  name: string;
  names: OutletName[];
  /** Articles under its names. What only seems to be the same outlet is not among them. */
  articles: number;
  /** Others that seem to be the same, those with most articles first. */
  resembling: Resembling[];
}

export interface OutletQuery {
  /** Words of a name, or their beginnings; all outlets where nothing is asked. */
  like?: string;
  limit: number;
  offset: number;
}

export interface OutletList {
  total: number;
  items: Outlet[];
}

/** The part of an archive that knows outlets. */
export interface OutletArchive {
  /** Outlets of the current articles, those with most articles first. */
  outlets(query: OutletQuery): Promise<OutletList>;
  /** The outlet that goes by a name, capitals aside; `null` when there is none. */
  outletNamed(name: string): Promise<Outlet | null>;
  /** Appends decisions to the log, all or nothing but for those refused; each is kept once, by its id. */
  decideOutlets(events: readonly OutletEvent[]): Promise<Answered>;
  /** The log of decisions, in order. */
  outletDecisions(): Promise<OutletEvent[]>;
}
