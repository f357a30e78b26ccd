/** What a human decides about which names are one outlet: sent at once, taken back and brought back like corrections. */
import type { OutletAsk } from "../../views/outlets.ts";
import { api, errorOf } from "../api/api.ts";
import { t } from "../messages/say.svelte.ts";
import { authorName } from "../settings/settings.svelte.ts";

export type Decider = ReturnType<typeof decide>;

/** @param changed called after each decision */
export function decide(changed: () => void) {
  let status = $state("");
  let busy = $state(false);

  async function send(ask: OutletAsk, done: string, none = ""): Promise<void> {
    busy = true;
    try {
      const { event } = await api.post("/api/outlets/decisions", {}, { ...ask, author: authorName() });
      status = event ? done : none;
      if (event) changed();
    } catch (thrown) {
      status = t().correct.failed(errorOf(thrown).message);
    } finally {
      busy = false;
    }
  }

  return {
    get status() {
      return status;
    },
    get busy() {
      return busy;
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
