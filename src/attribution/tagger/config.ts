/** `config.json` beside the networks, written by `training/`; a file of our own, so it is not checked again at every start. */
import type { Crf } from "./crf.ts";

export interface TaggerConfig {
  /** Name and version of the model, as its card has them. */
  name: string;
  version: string;
  /** Width of the piece and signal states that the encoder hands to the linking head. */
  width: number;
  cue: Crf;
  roles: Crf;
  /** Added to the score of "no cue" before decoding. */
  outside: number;
  /** Least confidence (probability of the cue times that of the content's words) with which a proposal is kept. */
  threshold: number;
}
