import { type Archive, generate } from "../test/archive/trace/generate.ts";

/** About so many tellings come of one story. */
const PER_STORY = 4.8;

/** The generator's articles with about so many tellings, and what is true of them. */
export const made = (tellings: number): Archive => generate(Math.round(tellings / PER_STORY), 7);
