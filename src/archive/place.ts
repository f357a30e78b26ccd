/** Where an archive is: a file, or a PostgreSQL database that several share. Pure. */
import { UsageError } from "../error.ts";

const SCHEME = /^([a-z][a-z0-9+.-]+):\/\//i;

/** `file`: a path; `shared`: a database; its address may hold a password and is never shown. */
export type PlaceKind = "file" | "shared";

/** @throws UsageError for an address that is none of PostgreSQL's */
export function kindOfPlace(place: string): PlaceKind {
  const scheme = SCHEME.exec(place)?.[1]?.toLowerCase();
  if (scheme === undefined) return "file";
  if (scheme !== "postgres" && scheme !== "postgresql")
    throw new UsageError(
      `--archive ${shownPlace(place)}: an archive is a file, or a database: postgres://user@host/database`,
    );
  if (!URL.canParse(place) || new URL(place).pathname.length < 2)
    throw new UsageError(`--archive ${shownPlace(place)}: write postgres://user:password@host:5432/database`);
  return "shared";
}

/** The place as it may be shown: without password and settings. */
export function shownPlace(place: string): string {
  if (!SCHEME.test(place)) return place;
  if (!URL.canParse(place)) return `${SCHEME.exec(place)?.[0]}…`;
  const { protocol, username, host, pathname } = new URL(place);
  return `${protocol}//${username ? `${username}@` : ""}${host}${pathname}`;
}
