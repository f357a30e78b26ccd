/** How alike two contents are in meaning, by the vectors that the reading model gave them. */

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** A unit vector out of an attribution's `meaning`; `null` where there is none, or none that can be one. */
export function unpackMeaning(meaning: string | undefined): Float32Array | null {
  if (!meaning || !BASE64.test(meaning)) return null;
  // The page compares articles too, and browsers have no Buffer.
  const vector = Float32Array.from(Int8Array.from(atob(meaning), (byte) => byte.charCodeAt(0)));
  const length = Math.hypot(...vector);
  return length > 0 ? vector.map((x) => x / length) : null;
}

/** Cosine of two unit vectors; `null` where one is missing or another model's. */
export function likeness(a: Float32Array | null, b: Float32Array | null): number | null {
  if (!a || !b || a.length !== b.length) return null;
  let dot = 0;
  for (let i = 0; i < a.length; i++) dot += (a[i] as number) * (b[i] as number);
  return dot;
}
