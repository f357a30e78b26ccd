/** How alike two contents are in meaning, by the vectors that the reading model gave them. */

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** A unit vector out of an attribution's `meaning`; `null` where there is none, or none that can be one. */
export function unpackMeaning(meaning: string | undefined): Float32Array | null {
  if (!meaning || !BASE64.test(meaning)) return null;
  // The page compares articles too, and browsers have no Buffer.
  const bytes = atob(meaning);
  const vector = new Float32Array(bytes.length);
  let squares = 0;
  for (let i = 0; i < bytes.length; i++) {
    const value = (bytes.charCodeAt(i) << 24) >> 24;
    vector[i] = value;
    squares += value * value;
  }
  if (squares === 0) return null;
  const length = Math.sqrt(squares);
  for (let i = 0; i < vector.length; i++) vector[i] = (vector[i] as number) / length;
  return vector;
}

/** The `meaning` that a unit vector was made from, whose largest value is 127 (src/attribution/tagger/meanings.ts). */
export function packMeaning(vector: Float32Array): string {
  const most = vector.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
  return btoa(Array.from(vector, (x) => String.fromCharCode(Math.round((x / most) * 127) & 0xff)).join(""));
}

/** Cosine of two unit vectors; `null` where one is missing or another model's. */
export function likeness(a: Float32Array | null, b: Float32Array | null): number | null {
  if (!a || !b || a.length !== b.length) return null;
  let dot = 0;
  for (let i = 0; i < a.length; i++) dot += (a[i] as number) * (b[i] as number);
  return dot;
}
