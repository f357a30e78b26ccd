/** Text of others as it is put before a reader. */

/** Signs that turn the direction of what follows: an old trick to make words read otherwise than they stand. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** The text with turning signs made visible; its length stays the same, so that offsets do. */
export const shown = (text: string): string => text.replace(TURNING, "\ufffd");
