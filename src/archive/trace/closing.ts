/**
 * When a statement is closed: nobody has told it for so long that it is another one when it is told again. Whatever way an archive is
 * gone through, a telling is held against those of open days only; so what is closed can be forgotten, and everywhere the same is found.
 */
import { DAY } from "./face.ts";

/** Days, by UTC. */
const CLOSED = 366;

export const dayOf = (time: number): number => Math.floor(time / DAY);

/** The first day whose tellings can be told again on a day. */
export const openDay = (day: number): number => day - CLOSED;

/** The same for times, in milliseconds since 1970. */
export const openSince = (time: number): number => openDay(dayOf(time)) * DAY;
