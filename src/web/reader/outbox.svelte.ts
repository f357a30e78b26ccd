/** Corrections on their way to the server: one after the other, and kept in this tab until they have arrived. */
import { ApiError, send, UNREACHABLE } from "../api/client.ts";
import { ofTab, remember, remembered } from "../settings/store.ts";

export interface Sending {
  path: string;
  body: unknown;
}

const areSendings = (value: unknown): value is Sending[] =>
  Array.isArray(value) && value.every((s) => typeof s?.path === "string" && s.path.startsWith("/api/"));

/** Errors that pass: what was sent stays, and is sent again. */
const PASSING: readonly string[] = [UNREACHABLE, "busy", "too-slow"];

export const passes = (error: ApiError): boolean => PASSING.includes(error.code);

export interface Outcome {
  error: ApiError | null;
  /** An undo found nothing to take back. */
  nothing: boolean;
  /** The statement that was added last. */
  added: string | null;
}

interface Answer {
  event?: { id: string };
  statements?: { id: string }[];
  undone?: { id: string } | null;
}

const waiting = $state<Sending[]>(remembered("outbox", [], areSendings, ofTab));
/** Ids of the events that came from this page. */
const own = new Set<string>();
let running: Promise<Outcome> | null = null;

/** Whether an event is this page's own, whose outcome it shows already. */
export const isOwn = (event: string | null): boolean => event !== null && own.has(event);

/** How many have not arrived yet. */
export const unsent = (): number => waiting.length;

/**
 * Sends what is waiting. The error of one that the server refuses is returned, and that one is dropped; when the
 * server cannot be reached or has no time, all stay.
 */
export function flush(): Promise<Outcome> {
  running ??= work().finally(() => {
    running = null;
  });
  return running;
}

/** Adds one and sends. */
export function post(sending: Sending): Promise<Outcome> {
  waiting.push(sending);
  keep();
  return running ? running.then(flush) : flush();
}

/** Takes back the last one that has not left; `false` when there is none. */
export function recall(): boolean {
  if (running || waiting.length === 0) return false;
  waiting.pop();
  keep();
  return true;
}

async function work(): Promise<Outcome> {
  let nothing = false;
  let added: string | null = null;
  for (let next = waiting[0]; next; next = waiting[0]) {
    try {
      const answer = await send<Answer>("POST", next.path, $state.snapshot(next.body));
      const id = answer.event?.id ?? answer.undone?.id;
      if (id) own.add(id);
      nothing = answer.undone === null;
      // What a human adds is named after the correction.
      added = answer.statements?.find((s) => id && s.id.endsWith(id))?.id ?? null;
    } catch (error) {
      const known = error instanceof ApiError ? error : new ApiError(String(error), "internal");
      if (!passes(known)) drop();
      return { error: known, nothing, added };
    }
    drop();
  }
  return { error: null, nothing, added };
}

function drop(): void {
  waiting.shift();
  keep();
}

const keep = (): void => remember("outbox", $state.snapshot(waiting), ofTab);
