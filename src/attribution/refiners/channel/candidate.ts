/** A stretch of the window around a cue that may be its channel. */
export interface Candidate {
  /** Offset in the window. */
  start: number;
  text: string;
  /** How far from the cue it may stand, in UTF-16 units. */
  near: number;
  /** Its phrase opens the sentence, so that it holds for all of it. */
  leads: boolean;
  /** It is a channel also where it describes the source. */
  inSource: boolean;
  /** Whoever is told must follow its verb at once; a medium may stand elsewhere. */
  hears: boolean;
}
