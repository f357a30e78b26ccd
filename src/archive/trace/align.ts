/** Alignment of two rows of words: what stays, what was left out, what was added. */

/** Indices of the words that stay, in order: `[i, j]` says that word i of the first is word j of the second. */
export type Pairing = readonly (readonly [number, number])[];

/** Beyond this many cells the middle is cut out by the longest common block first. */
const CELLS = 250_000;

/**
 * Longest common subsequence. Common heads and tails are taken first; contents are short, and for long ones the longest
 * common block splits the rest (Ratcliff and Obershelp's "gestalt" matching), so no pair costs more than CELLS a step.
 */
export function align(a: ArrayLike<number>, b: ArrayLike<number>): Pairing {
  const pairs: (readonly [number, number])[] = [];
  part(a, 0, a.length, b, 0, b.length, pairs);
  return pairs;
}

function part(
  a: ArrayLike<number>,
  aFrom: number,
  aEnd: number,
  b: ArrayLike<number>,
  bFrom: number,
  bEnd: number,
  pairs: (readonly [number, number])[],
): void {
  let [i, j, m, n] = [aFrom, bFrom, aEnd, bEnd];
  while (i < m && j < n && a[i] === b[j]) pairs.push([i++, j++]);
  let tail = 0;
  while (m > i && n > j && a[m - 1] === b[n - 1]) {
    m--;
    n--;
    tail++;
  }
  if (i < m && j < n) {
    if ((m - i) * (n - j) <= CELLS) subsequence(a, i, m, b, j, n, pairs);
    else {
      const block = longestBlock(a, i, m, b, j, n);
      if (block.size > 0) {
        part(a, i, block.a, b, j, block.b, pairs);
        for (let k = 0; k < block.size; k++) pairs.push([block.a + k, block.b + k]);
        part(a, block.a + block.size, m, b, block.b + block.size, n, pairs);
      }
    }
  }
  for (let k = 0; k < tail; k++) pairs.push([m + k, n + k]);
}

function subsequence(
  a: ArrayLike<number>,
  i: number,
  m: number,
  b: ArrayLike<number>,
  j: number,
  n: number,
  pairs: (readonly [number, number])[],
): void {
  const width = n - j + 1;
  const best = cellsFor((m - i + 1) * width);
  best.fill(0, (m - i) * width, (m - i + 1) * width);
  for (let x = m - i - 1; x >= 0; x--) {
    const word = a[i + x];
    const row = x * width;
    let right = 0;
    best[row + width - 1] = 0;
    for (let y = n - j - 1; y >= 0; y--) {
      const below = best[row + width + y] as number;
      if (word === b[j + y]) right = (best[row + width + y + 1] as number) + 1;
      else if (below > right) right = below;
      best[row + y] = right;
    }
  }
  for (let x = 0, y = 0; x < m - i && y < n - j; )
    if (a[i + x] === b[j + y]) pairs.push([i + x++, j + y++]);
    else if ((best[(x + 1) * width + y] as number) >= (best[x * width + y + 1] as number)) x++;
    else y++;
}

let cells = new Uint16Array(1 << 12);

/** Room for so many cells, used again by every alignment; what stands in it is of the one before. */
function cellsFor(size: number): Uint16Array {
  if (size > cells.length) cells = new Uint16Array(2 * size);
  return cells;
}

/** The longest run of words that both have, in time and memory linear in the second for each word of the first. */
export function longestBlock(
  a: ArrayLike<number>,
  aFrom: number,
  aEnd: number,
  b: ArrayLike<number>,
  bFrom: number,
  bEnd: number,
): { a: number; b: number; size: number } {
  const best = { a: aFrom, b: bFrom, size: 0 };
  let before = new Uint16Array(bEnd - bFrom + 1);
  for (let i = aFrom; i < aEnd; i++) {
    const now = new Uint16Array(bEnd - bFrom + 1);
    for (let j = bFrom; j < bEnd; j++) {
      if (a[i] !== b[j]) continue;
      const size = (before[j - bFrom] as number) + 1;
      now[j - bFrom + 1] = size;
      if (size > best.size) Object.assign(best, { a: i - size + 1, b: j - size + 1, size });
    }
    before = now;
  }
  return best;
}
