/** What a human decides about which names are one outlet: sent at once, taken back and brought back like corrections. */
import type { OutletAsk } from "../../views/outlets.ts";
import { api } from "../api/api.ts";
import { decisions } from "../api/decisions.svelte.ts";
import { t } from "../messages/say.svelte.ts";
import { authorName } from "../settings/settings.svelte.ts";

export type Decider = ReturnType<typeof decide>;

/** @param changed called after each decision */
export function decide(changed: () => void) {
  const ask = (what: OutletAsk) => api.post("/api/outlets/decisions", {}, { ...what, author: authorName() });
  const sent = decisions<Awaited<ReturnType<typeof ask>>>(() => changed());
  const send = (what: OutletAsk, done: string, none?: string): Promise<void> => sent.send(ask(what), done, none);

  return {
    get status() {
      return sent.status;
    },
    get busy() {
      return sent.busy;
    },
    /** All these are one, called as the first. */
    join: (outlets: string[]): Promise<void> => send({ type: "join", outlets }, t().outlets.joined),
    /** This name is another outlet's. */
    split: (outlet: string, name: string): Promise<void> =>
      send({ type: "split", outlet, names: [name] }, t().outlets.apart),
    name: (outlet: string, name: string): Promise<void> => send({ type: "name", outlet, name }, t().outlets.named),
    undo: (): Promise<void> => send({ type: "undo" }, t().correct.undone, t().correct.nothingToUndo),
    redo: (): Promise<void> => send({ type: "redo" }, t().correct.redone, t().correct.nothingToRedo),
  };
}
