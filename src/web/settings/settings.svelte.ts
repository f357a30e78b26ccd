/** The reader's own settings, kept in this browser. */
import { isKeys, type Keys, STANDARD_KEYS } from "./keys.ts";
import { remember, remembered } from "./store.ts";

export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];
export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];

export interface SavedSearch {
  name: string;
  /** The address of the search. */
  href: string;
}

interface Settings {
  language: Language;
  theme: Theme;
  keysOn: boolean;
  keys: Keys;
  /** Under which name corrections are kept. */
  author: string;
  /** Whether the first visit has been explained. */
  welcomed: boolean;
  searches: SavedSearch[];
}

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (value: unknown): value is T =>
    values.includes(value as T);
const isText = (value: unknown): value is string => typeof value === "string";
const isTruth = (value: unknown): value is boolean => typeof value === "boolean";
const areSearches = (value: unknown): value is SavedSearch[] =>
  Array.isArray(value) && value.every((s) => isText(s?.name) && isText(s?.href) && s.href.startsWith("/search"));

const ofBrowser: Language = navigator.language.toLowerCase().startsWith("de") ? "de" : "en";

/** Changed by `set` only, which also keeps the change. */
const state = $state<Settings>({
  language: remembered("language", ofBrowser, oneOf(LANGUAGES)),
  theme: remembered("theme", "system", oneOf(THEMES)),
  keysOn: remembered("keysOn", true, isTruth),
  keys: remembered("keys", STANDARD_KEYS, isKeys),
  author: remembered("author", "", isText),
  welcomed: remembered("welcomed", false, isTruth),
  searches: remembered<SavedSearch[]>("searches", [], areSearches),
});

export const settings: Readonly<Settings> = state;

export function set<K extends keyof Settings>(name: K, value: Settings[K]): void {
  state[name] = value;
  remember(name, value);
}
