/** Finds cues and, for each cue, its source and content, with the networks in `models/`. */
import type { Span } from "../../document.ts";
import type { Proposal } from "../context.ts";
import type { TaggerConfig } from "./config.ts";
import { type Cue, decodeCues, decodeRoles, scopeOf } from "./decode.ts";
import { makeMeanings, type MeaningWeights, type Meanings } from "./meanings.ts";
import type { Session, Tensor } from "./session.ts";
import { packWindows, type Window } from "./windows.ts";
import { type Pieces, type Vocabulary, wordPieces } from "./wordpiece.ts";

export interface Tagger {
  /** Name and version of the model. */
  readonly model: string;
  /**
   * Proposals in order of the text. `stretches` (paragraphs, as a rule) are each read as text of their own. `meanings` is given
   * the states of all pieces.
   */
  tag(text: string, stretches: readonly Span[], meanings?: Meanings): Promise<Proposal[]>;
  /** An empty collection for the states of one article; `null` when the model has no vectors of meaning. */
  meanings(): Meanings | null;
}

export interface TaggerParts {
  config: TaggerConfig;
  vocabulary: Vocabulary;
  /** ids, mask, case `[windows, pieces]` → cue `[…, 3]`, piece and signal `[…, width]`. */
  encoder: Session;
  /** piece, signal, at, mask, cue, position (see `Model.link` in training) → roles `[cues, m, 5]`. */
  linker: Session;
  /** Maps states of the encoder (`lower`) to vectors of meaning. */
  meaning: MeaningWeights | null;
}

/** Most windows of one encoder run. */
const BATCH = 8;
/** Most cues of one run of the linker. */
const LINK_BATCH = 32;
/** Windows sorted by length before batching. */
const POOL = 64;
/** Most of a batch that may be padding: it costs as much as text, and a run of its own costs little. */
const MOST_PADDING = 0.12;
const [PAD, CLS, SEP] = [0, 101, 102];
const NAME = "tagger";

export function makeTagger(parts: TaggerParts): Tagger {
  return {
    model: `${parts.config.name} ${parts.config.version}`,
    meanings: () => parts.meaning && makeMeanings(parts.meaning),
    async tag(text, stretches, meanings) {
      const proposals: Proposal[] = [];
      for (const pool of chunks(packWindows(piecesOf(text, stretches, parts.vocabulary)), POOL))
        for (const batch of alike(pool, (window) => window.ids.length + 2, BATCH))
          proposals.push(...(await runBatch(batch, parts, meanings)));
      return proposals.sort((a, b) => first(a.cue) - first(b.cue));
    },
  };
}

const first = (spans: readonly Span[]): number => spans[0]?.[0] ?? 0;

function* piecesOf(text: string, stretches: readonly Span[], vocabulary: Vocabulary): Generator<Pieces> {
  for (const span of stretches) yield wordPieces(vocabulary, text, span);
}

function* chunks<T>(items: Iterable<T>, size: number): Generator<T[]> {
  let chunk: T[] = [];
  for (const item of items) {
    chunk.push(item);
    if (chunk.length === size) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

/** The items in batches of nearly one size, smallest first. */
function* alike<T>(items: readonly T[], size: (item: T) => number, most: number): Generator<T[]> {
  let batch: T[] = [];
  let filled = 0;
  for (const item of [...items].sort((a, b) => size(a) - size(b))) {
    const whole = size(item) * (batch.length + 1);
    if (batch.length === most || whole - filled - size(item) > whole * MOST_PADDING) {
      yield batch;
      batch = [];
      filled = 0;
    }
    batch.push(item);
    filled += size(item);
  }
  if (batch.length > 0) yield batch;
}

interface Linked {
  row: number;
  cue: Cue;
  scope: Span;
}

async function runBatch(
  batch: readonly Window[],
  parts: TaggerParts,
  meanings: Meanings | undefined,
): Promise<Proposal[]> {
  const { config, encoder } = parts;
  const width = Math.max(...batch.map((w) => w.ids.length)) + 2;
  const encoded = await encoder.run(encoderFeeds(batch, width));
  if (meanings) collect(batch, width, encoded.lower as Float32Array, meanings);
  const cueScores = encoded.cue as Float32Array;
  const links: Linked[] = batch.flatMap((window, row) =>
    decodeCues(
      window,
      { values: cueScores, from: (row * width + 1) * 3, tags: 3 },
      config.cue,
      config.outside,
      config.threshold,
    ).map((cue) => ({ row, cue, scope: scopeOf(window, cue.pieces[0]) })),
  );
  const states = (name: string): Tensor => ({
    type: "float32",
    data: encoded[name] as Float32Array,
    dims: [batch.length, width, config.width],
  });
  const given = { piece: states("piece"), signal: states("signal") };
  const proposals: Proposal[] = [];
  for (const group of alike(links, ({ scope }) => scope[1] - scope[0], LINK_BATCH))
    proposals.push(...(await runLinks(group, batch, width, given, parts)));
  return proposals;
}

/** Hands on the state of each piece once, from the window that accepts it; breaks between stretches have none. */
function collect(batch: readonly Window[], width: number, states: Float32Array, meanings: Meanings): void {
  const size = states.length / (batch.length * width);
  batch.forEach(({ accept, stretch, spans }, row) => {
    for (let k = accept[0]; k < accept[1]; k++)
      if (stretch[k] !== -1) meanings.add(spans[k] as Span, states, (row * width + 1 + k) * size);
  });
}

async function runLinks(
  links: readonly Linked[],
  batch: readonly Window[],
  width: number,
  states: Record<"piece" | "signal", Tensor>,
  { config, linker }: TaggerParts,
): Promise<Proposal[]> {
  const longest = Math.max(...links.map(({ scope }) => scope[1] - scope[0]));
  const { roles } = await linker.run({ ...states, ...linkFeeds(links, width, longest) });
  return links.flatMap(({ row, cue, scope }, i) => {
    const window = batch[row] as Window;
    const scores = { values: roles as Float32Array, from: i * longest * 5, tags: 5 };
    const found = decodeRoles(window, cue, scope, scores, config.roles);
    const confidence = cue.confidence * found.confidence;
    if (found.content.length === 0 || confidence < config.threshold) return [];
    return [
      {
        source: found.source.map((span) => textSpan(window, span)),
        cue: [textSpan(window, cue.pieces)],
        content: found.content.map((span) => textSpan(window, span)),
        confidence,
        by: NAME,
        reason: "the reading model takes these words for a statement of somebody's",
      },
    ];
  });
}

function textSpan(window: Window, [from, to]: Span): Span {
  return [(window.spans[from] as Span)[0], (window.spans[to - 1] as Span)[1]];
}

function encoderFeeds(batch: readonly Window[], width: number): Record<string, Tensor> {
  const size = batch.length * width;
  const ids = new BigInt64Array(size).fill(BigInt(PAD));
  const mask = new BigInt64Array(size);
  const capital = new BigInt64Array(size);
  batch.forEach((window, row) => {
    const base = row * width;
    const count = window.ids.length;
    ids[base] = BigInt(CLS);
    ids[base + count + 1] = BigInt(SEP);
    mask.fill(1n, base, base + count + 2);
    for (let i = 0; i < count; i++) {
      ids[base + 1 + i] = BigInt(window.ids[i] as number);
      capital[base + 1 + i] = BigInt(window.capital[i] as number);
    }
  });
  const dims = [batch.length, width];
  return {
    ids: { type: "int64", data: ids, dims },
    mask: { type: "int64", data: mask, dims },
    case: { type: "int64", data: capital, dims },
  };
}

function linkFeeds(links: readonly Linked[], width: number, longest: number): Record<string, Tensor> {
  const size = links.length * longest;
  const at = new BigInt64Array(size);
  const mask = new BigInt64Array(size);
  const cueFlags = new Float32Array(size);
  const position = new BigInt64Array(links.length);
  links.forEach(({ row, cue, scope }, i) => {
    const base = i * longest;
    for (let k = scope[0]; k < scope[1]; k++) at[base + k - scope[0]] = BigInt(row * width + 1 + k);
    mask.fill(1n, base, base + scope[1] - scope[0]);
    cueFlags.fill(1, base + cue.pieces[0] - scope[0], base + cue.pieces[1] - scope[0]);
    position[i] = BigInt(cue.pieces[0] - scope[0]);
  });
  const dims = [links.length, longest];
  return {
    at: { type: "int64", data: at, dims },
    mask: { type: "int64", data: mask, dims },
    cue: { type: "float32", data: cueFlags, dims },
    position: { type: "int64", data: position, dims: [links.length] },
  };
}
