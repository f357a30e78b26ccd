/** Who may ask: pages of this server only, by a name that is its own. */
import { isIP } from "node:net";
import type { Context, MiddlewareHandler } from "hono";
import { Refused } from "../errors.ts";

/** Set by our page and client; a foreign page cannot set it without asking first, and we never say yes. */
export const OWN_HEADER = "x-hearsay";

/**
 * Refuses a Host header that is no name of this server, so that a foreign name made to lead here (DNS rebinding) gets
 * nothing. Addresses and `localhost` are always its names: no foreign page can have them as its own.
 * @param names further names, in small letters
 */
export const hostGuard =
  (names: readonly string[]): MiddlewareHandler =>
  async (c, next) => {
    const host = hostName(c.req.header("host"));
    if (host === null || !(host === "localhost" || isIP(host) !== 0 || names.includes(host)))
      throw new Refused(
        "forbidden",
        "this name does not belong to the server; use its address, or name it with --allow-host",
      );
    await next();
  };

/** The name of a Host header without its port; `null` for one that is no host. */
function hostName(header: string | undefined): string | null {
  const match = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d{1,5})?$/i.exec(header ?? "");
  return match ? (match[1] ?? match[2] ?? "").toLowerCase().replace(/\.$/, "") : null;
}

/** Refuses what a foreign page makes a browser ask: reading by script, and changing anything. */
export const originGuard: MiddlewareHandler = async (c, next) => {
  const site = c.req.header("sec-fetch-site");
  const navigation = c.req.header("sec-fetch-mode") === "navigate";
  const reads = c.req.method === "GET" || c.req.method === "HEAD";
  if ((site === "cross-site" || site === "same-site") && !(reads && navigation)) throw foreign();
  if (!reads) {
    if (c.req.header(OWN_HEADER) !== "1")
      throw new Refused("forbidden", `a request that changes something needs the header ${OWN_HEADER}: 1`);
    if (!ownOrigin(c)) throw foreign();
  }
  await next();
};

function ownOrigin(c: Context): boolean {
  const origin = c.req.header("origin");
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === new URL(`http://${c.req.header("host")}`).host;
}

const foreign = (): Refused => new Refused("forbidden", "pages of other sites may not use this server");
