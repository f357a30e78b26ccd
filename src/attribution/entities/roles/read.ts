/** All that an article tells of the office of one who is named, in order of how the words stand. */
import type { Mention } from "../names.ts";
import { after } from "./after.ts";
import { before } from "./before.ts";
import { body } from "./body.ts";
import { clause } from "./clause.ts";
import { label } from "./label.ts";
import type { RoleReader, Told } from "./told.ts";

const OF_PERSONS: readonly RoleReader[] = [label, before, after, clause];
const OF_BODIES: readonly RoleReader[] = [body];

/** The roles told beside one mention of a person or a body. */
export const rolesBeside = (text: string, mention: Mention, isPerson: boolean): Told[] =>
  (isPerson ? OF_PERSONS : OF_BODIES).flatMap((read) => read(text, mention));

/** The role to show: the highest in rank, the earliest of equals; `null` of none. */
export const best = (told: readonly Told[]): Told | null =>
  told.reduce<Told | null>((top, next) => (top && top.rank >= next.rank ? top : next), null);
