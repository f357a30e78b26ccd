/** Single keys for whoever reads and corrects much. They can be changed and switched off (WCAG 2.2, 2.1.4). */

export const ACTIONS = [
  "next",
  "previous",
  "open",
  "accept",
  "reject",
  "source",
  "cue",
  "content",
  "speaker",
  "add",
  "undo",
  "search",
  "help",
] as const;
export type Action = (typeof ACTIONS)[number];
export type Keys = Readonly<Record<Action, string>>;

export const STANDARD_KEYS: Keys = {
  next: "j",
  previous: "k",
  open: "Enter",
  accept: "a",
  reject: "x",
  source: "s",
  cue: "c",
  content: "t",
  speaker: "p",
  add: "n",
  undo: "u",
  search: "/",
  help: "?",
};

export const isKeys = (value: unknown): value is Keys =>
  typeof value === "object" &&
  value !== null &&
  ACTIONS.every((action) => typeof (value as Record<string, unknown>)[action] === "string");

/** Fields in which keys are letters. */
const TYPING = "input:not([type=checkbox],[type=radio],[type=button]), textarea, select, [contenteditable]";
/** What Enter opens by itself. */
const OPENS = "a[href], button, summary";

/** What a key press asks for; `null` while one types, or where the browser has its own use of it. */
export function actionOf(event: KeyboardEvent, keys: Keys): Action | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return null;
  const at = event.target instanceof Element ? event.target : null;
  if (at?.closest(TYPING)) return null;
  if (event.key === "Enter" && at?.closest(OPENS)) return null;
  return (
    ACTIONS.find((action) => keys[action] !== "" && keys[action].toLowerCase() === event.key.toLowerCase()) ?? null
  );
}

/** Keys that may not be given to an action, since the page or the browser needs them. */
const TAKEN = /^(?:Tab|Escape|Shift|Control|Alt|Meta|Arrow.*|Dead|Unidentified| )$/;

/** The keys with one changed; an action that had the key loses it. `null` where the key cannot be given. */
export function withKey(keys: Keys, action: Action, key: string): Keys | null {
  if (TAKEN.test(key)) return null;
  const next: Record<Action, string> = { ...keys };
  for (const other of ACTIONS) if (next[other].toLowerCase() === key.toLowerCase()) next[other] = "";
  next[action] = key;
  return next;
}
