/**
 * Rows of JSON by their columns, which compress to less: each key once, like beside like, and places as steps from the one before.
 * What comes back is what went in, to the order of keys. Pure.
 */

/** A column: its values, or in one of these forms. */
type Column =
  | readonly unknown[]
  | { gaps: number[][] }
  | { places: number[][] }
  | { spans: number[][] }
  | { counted: number };

/** `of`: the shape of each row, or how many rows there are where all have the same. */
export interface Columns {
  shapes: string[][];
  of: number[] | number;
  columns: Record<string, Column>;
}

export function toColumns(rows: readonly object[]): Columns {
  const shapes = new Map<string, number>();
  const values: Record<string, unknown[]> = Object.create(null);
  const of = rows.map((row) => {
    const own = Object.entries(row).filter(([, value]) => value !== undefined);
    for (const [key, value] of own) {
      values[key] ??= [];
      values[key].push(value);
    }
    const shape = JSON.stringify(own.map(([key]) => key));
    if (!shapes.has(shape)) shapes.set(shape, shapes.size);
    return shapes.get(shape) as number;
  });
  const columns: Columns["columns"] = {};
  for (const [key, list] of Object.entries(values)) columns[key] = counted(list) ?? places(list) ?? spans(list) ?? list;
  return {
    shapes: [...shapes.keys()].map((shape) => JSON.parse(shape) as string[]),
    of: shapes.size === 1 ? rows.length : of,
    columns,
  };
}

export function fromColumns({ shapes, of, columns }: Columns): Record<string, unknown>[] {
  const values = Object.entries(columns).map(([key, column]) => ({ key, list: valuesOf(column), at: 0 }));
  const keyed = new Map(values.map((column) => [column.key, column]));
  const shaped = shapes.map((keys) => keys.map((key) => keyed.get(key) as (typeof values)[number]));
  const rows = typeof of === "number" ? Array<number>(of).fill(0) : of;
  const empty = shapes.map(emptyRow);
  return rows.map((shape) => {
    // Not key by key: V8 makes hash tables of objects that grow so, ten times as large and slower for whoever asks for a key.
    const row = { ...empty[shape] };
    for (const column of shaped[shape] ?? []) row[column.key] = column.list[column.at++];
    return row;
  });
}

const emptyRow = (keys: readonly string[]): Record<string, unknown> =>
  JSON.parse(`{${keys.map((key) => `${JSON.stringify(key)}:null`).join()}}`) as Record<string, unknown>;

function valuesOf(column: Column): readonly unknown[] {
  if ("counted" in column) return Array.from({ length: column.counted }, (_, i) => `a${i + 1}`);
  if ("gaps" in column) return placesOf(column.gaps);
  // As an earlier version wrote them.
  if ("places" in column) return spansOf(column.places).map(([place]) => place);
  return "spans" in column ? spansOf(column.spans) : column;
}

/** Ids that are `a1`, `a2` and so on. */
const counted = (list: readonly unknown[]): Column | null =>
  list.every((value, i) => value === `a${i + 1}`) ? { counted: list.length } : null;

const isPlace = (value: unknown): value is number[] =>
  Array.isArray(value) && value.length === 2 && value.every(Number.isSafeInteger);

const places = (list: readonly unknown[]): Column | null => (list.every(isPlace) ? { gaps: gapsOf(list) } : null);

/** How far behind the end of the one before each place begins, which for blocks is nearly always the same, and how long it is. */
function gapsOf(list: readonly number[][]): number[][] {
  let last = 0;
  return list.map(([start = 0, end = 0]) => {
    const gap = [start - last, end - start];
    last = end;
    return gap;
  });
}

function placesOf(gaps: readonly number[][]): number[][] {
  let last = 0;
  return gaps.map(([gap = 0, length = 0]) => {
    const start = last + gap;
    last = start + length;
    return [start, last];
  });
}

const spans = (list: readonly unknown[]): Column | null =>
  list.every((each): each is number[][] => Array.isArray(each) && each.every(isPlace))
    ? { spans: stepsOf(list) }
    : null;

/** Where each span begins after the one before, and how long it is. */
function stepsOf(list: readonly number[][][]): number[][] {
  let last = 0;
  return list.map((each) =>
    each.flatMap(([start = 0, end = 0]) => {
      const step = [start - last, end - start];
      last = start;
      return step;
    }),
  );
}

function spansOf(steps: readonly number[][]): number[][][] {
  let last = 0;
  const next = ([step = 0, length = 0]: readonly number[]): number[] => {
    last += step;
    return [last, last + length];
  };
  return steps.map((numbers) => {
    // Most have one. An array that grows by pushing takes room for seventeen.
    if (numbers.length === 2) return [next(numbers)];
    const spans: number[][] = [];
    for (let i = 0; i < numbers.length; i += 2) spans.push(next([numbers[i] as number, numbers[i + 1] as number]));
    return spans;
  });
}
