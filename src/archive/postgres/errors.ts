/** What PostgreSQL or the way to it refuses, in one line for a user; never with a password. */
import { HearsayError, UnreadableError } from "../../error.ts";

/** Error codes: of the system, and SQLSTATE (PostgreSQL, appendix A). */
const SAID: Record<string, (at: At) => string> = {
  ECONNREFUSED: () => "no server answers there; start PostgreSQL, or correct host and port",
  ENOTFOUND: () => "there is no such host; correct the address",
  EAI_AGAIN: () => "the host's name cannot be looked up now; try again",
  EHOSTUNREACH: () => "the host cannot be reached from here",
  ENETUNREACH: () => "the host cannot be reached from here",
  ETIMEDOUT: () => "the server does not answer; correct host and port, or try again",
  ECONNRESET: () => "the server closed the connection; try again",
  "28P01": ({ user }) => `the password for ${user} is wrong`,
  "28000": ({ user }) => `the server lets ${user} not in (its pg_hba.conf says who may come from where)`,
  "3D000": ({ database }) => `there is no database ${database}; make it with: createdb ${database}`,
  "3F000": () => "the schema that the address names does not exist",
  "42501": ({ user, database }) =>
    `${user} may not create or use the tables of the archive; the owner of ${database} grants it with: GRANT CREATE, USAGE ON SCHEMA public TO ${user}`,
  "25006": () => "the database can only be read; an archive must be written to",
  "53300": () => "the server has no connection left; try again, or raise its max_connections",
  "53100": () => "the server's disk is full",
  "57P03": () => "the server is starting or stopping; try again in a moment",
  "57P01": () => "the server was stopped; try again when it runs",
};

interface At {
  user: string;
  database: string;
}

/** Whose and which database an address names, for messages. */
export function atOf(place: string): At {
  const { username, pathname } = new URL(place);
  const plain = (text: string) => {
    try {
      return decodeURIComponent(text);
    } catch {
      return text;
    }
  };
  return { user: plain(username) || "this user", database: plain(pathname.slice(1)) };
}

/** The error to throw for one that the driver threw. @param shown the place without its password */
export function plainError(error: unknown, shown: string, at: At): Error {
  if (error instanceof HearsayError) return error;
  const { code = "", message = String(error) } = error as { code?: string; message?: string };
  const said = SAID[code]?.(at);
  if (said !== undefined) return new UnreadableError(`${shown}: ${said}`);
  // What the driver says itself of a connection that ended, or would not begin.
  if (/password|SASL|SCRAM/i.test(message))
    return new UnreadableError(
      `${shown}: the server asks for a password; write it into the address, or set PGPASSWORD`,
    );
  if (/timeout|terminated|Connection ended/i.test(message))
    return new UnreadableError(`${shown}: the server does not answer any more; try again`);
  if (/SSL/i.test(message)) return new UnreadableError(`${shown}: ${message}; see sslmode in docs/archive.md`);
  return error instanceof Error ? error : new Error(message);
}
