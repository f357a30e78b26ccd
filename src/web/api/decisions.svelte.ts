/** How pages send what a human decides: one thing at a time, and told in words how it went. */
import { t } from "../messages/say.svelte.ts";
import { errorOf } from "./api.ts";

/** @param changed called with the server's answer after each decision that changed something */
export function decisions<Answer extends { event: unknown }>(changed: (answer: Answer) => void) {
  let status = $state("");
  let busy = $state(false);
  return {
    get status() {
      return status;
    },
    get busy() {
      return busy;
    },
    /** @param done what to tell when something was decided, `none` when there was nothing to decide */
    async send(asked: Promise<Answer>, done: string, none = ""): Promise<void> {
      busy = true;
      try {
        const answer = await asked;
        status = answer.event ? done : none;
        if (answer.event) changed(answer);
      } catch (thrown) {
        status = t().correct.failed(errorOf(thrown).message);
      } finally {
        busy = false;
      }
    },
  };
}
