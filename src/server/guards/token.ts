/** The token that is asked for where the server can be reached from other machines. */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { getCookie, setCookie } from "hono/cookie";
import type { MiddlewareHandler } from "hono";
import { Refused } from "../errors.ts";

const COOKIE = "hearsay";
/** Probes may see that the server works. */
const OPEN = "/healthz";

/** A token that nobody guesses: 256 bits. */
export const newToken = (): string => randomBytes(32).toString("base64url");

/** Compared as digests of equal length, so that time tells nothing. */
function same(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHmac("sha256", "hearsay compares").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/**
 * Lets in who has the token: as `?token=` of the address that was printed, once (a cookie follows), as cookie, or as
 * `Authorization: Bearer`. The cookie is made of the token and is not the token.
 */
export function tokenGuard(token: string): MiddlewareHandler {
  const cookie = createHmac("sha256", token).update("hearsay cookie").digest("base64url");
  return async (c, next) => {
    if (c.req.path === OPEN) return next();
    const given = c.req.query("token");
    if (given !== undefined && c.req.method === "GET" && same(given, token)) {
      setCookie(c, COOKIE, cookie, { httpOnly: true, sameSite: "Lax", path: "/" });
      const url = new URL(c.req.url);
      url.searchParams.delete("token");
      return c.redirect(`${url.pathname}${url.search}`, 303);
    }
    const bearer = /^Bearer (\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1];
    if (same(getCookie(c, COOKIE) ?? "", cookie) || (bearer !== undefined && same(bearer, token))) return next();
    throw new Refused(
      "unauthorized",
      "this server asks for its token: open the address that it printed when it started",
    );
  };
}
