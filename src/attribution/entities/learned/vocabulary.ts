/** What the heads for names and antecedents were taught with (`heads.json`, written by `training/`): lists, labels, limits. */
export interface HeadsVocabulary {
  kinds: readonly string[];
  /** Names of the lists of `tables`, in the order in which a word's class is looked up. */
  lists: readonly string[];
  /** Word lists as they stood when the heads were trained; the product's own tables may have grown since. */
  tables: Readonly<Record<string, readonly string[]>>;
  /** Most candidates before and after a mention. */
  before: number;
  after: number;
  /** Determiner (lower case) → its class. */
  determiners: Readonly<Record<string, string>>;
  stops: readonly string[];
  passed: readonly string[];
  speech: readonly string[];
  /** Class of pronouns → their forms, between blanks. */
  pronouns: Readonly<Record<string, string>>;
}

/** The same, as sets and maps to look up in. */
export interface Lexicon {
  kinds: readonly string[];
  /** Class of a word by the lists: 1 + place of the first list that has it, else 0. */
  listOf(lower: string): number;
  has(table: string, word: string): boolean;
  before: number;
  after: number;
  determiners: ReadonlyMap<string, string>;
  stops: ReadonlySet<string>;
  passed: ReadonlySet<string>;
  speech: ReadonlySet<string>;
  /** Class of a personal pronoun (lower case): "he", "she", "they", "it", "we" or "i". */
  classOf: ReadonlyMap<string, string>;
}

export function lexiconOf(v: HeadsVocabulary): Lexicon {
  const tables = new Map(Object.entries(v.tables).map(([name, words]) => [name, new Set(words)]));
  const listed = new Map<string, number>();
  // Backwards, so that the first list that has a word wins.
  for (let i = v.lists.length - 1; i >= 0; i--)
    for (const word of tables.get(v.lists[i] as string) ?? []) listed.set(word, i + 1);
  return {
    kinds: v.kinds,
    listOf: (lower) => listed.get(lower) ?? 0,
    has: (table, word) => tables.get(table)?.has(word) ?? false,
    before: v.before,
    after: v.after,
    determiners: new Map(Object.entries(v.determiners)),
    stops: new Set(v.stops),
    passed: new Set(v.passed),
    speech: new Set(v.speech),
    classOf: new Map(
      Object.entries(v.pronouns).flatMap(([name, forms]) => forms.split(" ").map((form) => [form, name] as const)),
    ),
  };
}
