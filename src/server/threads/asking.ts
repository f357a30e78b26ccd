/** For which request a call of the archive is made, so that what nobody waits for any more is not begun. */
import { AsyncLocalStorage } from "node:async_hooks";
import type { MiddlewareHandler } from "hono";

const asking = new AsyncLocalStorage<AbortSignal>();

/** The end of the request that is being answered; none for what the server does of itself. */
export const asker = (): AbortSignal | undefined => asking.getStore();

/** What a request asks of the archive is known as its own. */
export const asked: MiddlewareHandler = (c, next) => asking.run(c.req.raw.signal, next);
