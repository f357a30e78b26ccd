import { z } from "zod";

const crf = z.object({ transitions: z.array(z.array(z.number())), start: z.array(z.number()) });

/** `config.json` beside the networks, written by `training/`. */
export const TaggerConfig = z.object({
  /** Name and version of the model, as its card has them. */
  name: z.string(),
  version: z.string(),
  /** Width of the piece and signal states that the encoder hands to the linking head. */
  width: z.number().int(),
  cue: crf,
  roles: crf,
  /** Added to the score of "no cue" before decoding. */
  outside: z.number(),
  /** Least confidence (probability of the cue times that of the content's words) with which a proposal is kept. */
  threshold: z.number(),
});
export type TaggerConfig = z.infer<typeof TaggerConfig>;
