/**
 * Patterns over letters that are cheap to compile. V8 spells out `\p{L}` as six hundred ranges and surrogate pairs each
 * time it stands in a pattern, which costs milliseconds a pattern before the first statement is told. Here the classes are
 * exact for Latin, Greek and Cyrillic; beyond, where English articles hold single foreign words only, whole blocks count as letters.
 */

/** Blocks whose letters are told one by one: to Cyrillic Supplement, and Latin Extended Additional (Vietnamese) with Greek Extended. */
const EXACT = [
  [0, 0x52f],
  [0x1e00, 0x1fff],
] as const;
/** Scripts beyond it, without the general punctuation and symbols between them. */
const BEYOND =
  "\\u0531-\\u0556\\u0561-\\u0587\\u05d0-\\u05f2\\u0620-\\u1dff\\u2c00-\\u2dff\\u3041-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefc";

const escaped = (code: number): string => `\\u${code.toString(16).padStart(4, "0")}`;

function ranges(is: (c: string) => boolean): string {
  let out = "";
  for (const [first, last] of EXACT) {
    let from = -1;
    for (let code = first; code <= last + 1; code++) {
      const inside = code <= last && is(String.fromCharCode(code));
      if (inside && from < 0) from = code;
      if (!inside && from >= 0) {
        out += from === code - 1 ? escaped(from) : `${escaped(from)}-${escaped(code - 1)}`;
        from = -1;
      }
    }
  }
  return out;
}

const only = (pattern: RegExp, beyond = ""): string => ranges((c) => pattern.test(c)) + beyond;
const CLASSES: Readonly<Record<string, string>> = {
  L: only(/\p{L}/u, BEYOND),
  Lu: only(/\p{Lu}/u),
  Ll: only(/\p{Ll}/u),
  N: only(/\p{N}/u),
};

/** The same pattern with its classes of letters and numbers (`\p{L}`, `\p{Lu}`, `\p{Ll}`, `\p{N}`) as ranges. */
export function letterPattern(
  source: string | RegExp,
  flags = typeof source === "string" ? "u" : source.flags,
): RegExp {
  let inClass = false;
  const body = (typeof source === "string" ? source : source.source).replace(
    /\\p\{(\w+)\}|\\.|[[\]]/gu,
    (token, name: string | undefined) => {
      if (token === "[" || token === "]") inClass = token === "[";
      const spelled = name && CLASSES[name];
      if (!spelled) return token;
      return inClass ? spelled : `[${spelled}]`;
    },
  );
  return new RegExp(body, flags);
}
