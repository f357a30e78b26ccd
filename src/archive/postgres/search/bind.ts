/** Values of a query in the order of their places `$1`, `$2` …: what users write never stands in SQL itself. */
export interface Binder {
  /** The place of a value. */
  bind(value: unknown): string;
  readonly values: unknown[];
}

export function makeBinder(): Binder {
  const values: unknown[] = [];
  return {
    values,
    bind: (value) => `$${values.push(value)}`,
  };
}
