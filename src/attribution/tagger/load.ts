import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { UnreadableError } from "../../error.ts";
import { type HeadsVocabulary, lexiconOf } from "../entities/learned/vocabulary.ts";
import type { TaggerConfig } from "./config.ts";
import { openSession } from "./session.ts";
import { makeTagger, type Tagger } from "./tagger.ts";
import { parseVocabulary } from "./wordpiece.ts";

/** The model that comes with the package. */
export const MODEL_FOLDER = new URL("../../../models/attribution-en/", import.meta.url);

/** Numbers in a state of the encoder. */
const STATE = 384;

/**
 * Loads the tagger once; takes about a tenth of a second. `folder` ends in a slash.
 * @throws UnreadableError when a file of the model is missing or broken
 */
export function loadTagger(folder: URL = MODEL_FOLDER): Promise<Tagger> {
  const tagger = load(folder).catch((error: Error) => {
    throw new UnreadableError(`the reading model cannot be loaded (${error.message}); install Hearsay again`);
  });
  // It is loaded while the first article is opened: whoever awaits it then is told.
  tagger.catch(() => {});
  return tagger;
}

async function load(folder: URL): Promise<Tagger> {
  const path = (name: string): string => fileURLToPath(new URL(name, folder));
  const [config, vocabulary, encoder, linker, weights, taught, names, antecedent] = await Promise.all([
    readFile(path("config.json"), "utf8").then((json) => JSON.parse(json) as TaggerConfig),
    readFile(path("vocab.txt"), "utf8").then(parseVocabulary),
    openSession(path("encoder.onnx")),
    openSession(path("linker.onnx")),
    readFile(path("meaning.bin")),
    readFile(path("heads.json"), "utf8").then((json) => JSON.parse(json) as HeadsVocabulary),
    openSession(path("names.onnx")),
    openSession(path("antecedent.onnx")),
  ]);
  const meaning = { width: STATE, values: new Float32Array(Uint8Array.from(weights).buffer) };
  return makeTagger({
    config,
    vocabulary,
    encoder,
    linker,
    meaning,
    heads: { lexicon: lexiconOf(taught), names, antecedent },
  });
}

/** Name and version of a model, as `Tagger.model` has it, without loading the networks. */
export async function modelName(folder: URL = MODEL_FOLDER): Promise<string> {
  const { name, version } = JSON.parse(await readFile(new URL("config.json", folder), "utf8")) as TaggerConfig;
  return `${name} ${version}`;
}
