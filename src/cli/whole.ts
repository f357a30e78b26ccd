/** Whole numbers that flags give. */
import { UsageError } from "../error.ts";

/** Threads that a machine is asked for at most. */
export const MOST_THREADS = 256;

/** @throws UsageError for what is no number from 1 to `most` */
export function whole(flag: string, value: string, most: number): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > most) throw new UsageError(`--${flag} ${value}: write a number from 1 to ${most}`);
  return number;
}
