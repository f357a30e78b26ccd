/** How alike two contents are in meaning, by the vectors that the reading model gave them. */

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** The numbers of an attribution's `meaning`; `null` where there is none, or none that can be one. */
export function unpackMeaning(meaning: string | undefined): Int8Array | null {
  if (!meaning || !BASE64.test(meaning)) return null;
  // The page compares articles too, and browsers have no Buffer.
  const bytes = atob(meaning);
  const vector = new Int8Array(bytes.length);
  let any = 0;
  for (let i = 0; i < bytes.length; i++) any |= vector[i] = bytes.charCodeAt(i);
  return any === 0 ? null : vector;
}

/** The `meaning` that these numbers were read from. */
export const packMeaning = (vector: Int8Array): string =>
  btoa(Array.from(vector, (value) => String.fromCharCode(value & 0xff)).join(""));

/** Cosine of two vectors; `null` where one is missing or another model's. */
export function likeness(a: Int8Array | null, b: Int8Array | null): number | null {
  if (!a || !b || a.length !== b.length) return null;
  let [dot, squaresOfA, squaresOfB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] as number, b[i] as number];
    dot += x * y;
    squaresOfA += x * x;
    squaresOfB += y * y;
  }
  return dot / Math.sqrt(squaresOfA * squaresOfB);
}
