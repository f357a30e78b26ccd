/** What a page asks of the server, with its three states: asked, answered, failed. */
import type { ApiError } from "../../client/api-error.ts";
import { errorOf } from "./api.ts";

export interface Load<T> {
  /** The last answer; it stays while the next one is awaited. */
  readonly data: T | null;
  readonly error: ApiError | null;
  readonly busy: boolean;
  /** Asks again. */
  again(): void;
  /** Puts an answer in place of the last one. */
  put(data: T): void;
}

/**
 * Asks whenever something that `ask` reads changes; `null` asks nothing. An answer that is overtaken is dropped.
 * @param first an answer that is there before anything is asked
 */
export function load<T>(ask: (signal: AbortSignal) => Promise<T> | null, first: T | null = null): Load<T> {
  let data = $state.raw<T | null>(first);
  let error = $state.raw<ApiError | null>(null);
  let busy = $state(first === null);
  let turn = $state(0);
  $effect(() => {
    void turn;
    const control = new AbortController();
    const answer = ask(control.signal);
    if (!answer) {
      data = null;
      error = null;
      busy = false;
      return;
    }
    busy = true;
    answer.then(
      (got) => {
        if (control.signal.aborted) return;
        data = got;
        error = null;
        busy = false;
      },
      (failed: unknown) => {
        if (control.signal.aborted) return;
        error = errorOf(failed);
        busy = false;
      },
    );
    return () => control.abort();
  });
  return {
    get data() {
      return data;
    },
    get error() {
      return error;
    },
    get busy() {
      return busy;
    },
    again() {
      turn++;
    },
    put(next) {
      data = next;
    },
  };
}
