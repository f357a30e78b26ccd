/** "If, as the council says, the beams were tested, where are the results?": what the source says ends with the condition. */
import { change } from "../account.ts";
import type { Refiner } from "../context.ts";

const IF_AS = /\bif,? as\s$/i;
/** A comma that ends a clause, not one inside a list of words or a number. */
const CLAUSE_END =
  /,\s(?=(?:then|where|why|who|what|how|when|it|he|she|they|we|you|I|there|this|that|nobody|somebody|the|an?|his|her|its|their|our|no)\b)/iu;

export const conditional: Refiner = (attributions, context) =>
  attributions.map((a) => {
    const { text } = context.doc;
    const source = a.source[0];
    const cue = a.cue[0];
    const piece = a.content.find((s) => cue !== undefined && s[0] >= cue[1]);
    if (!source || !piece || !IF_AS.test(text.slice(Math.max(0, source[0] - 12), source[0]))) return a;
    const end = CLAUSE_END.exec(text.slice(...piece));
    if (!end) return a;
    const next = {
      ...a,
      content: a.content
        .filter((s) => s[0] <= piece[0])
        .map((s) => (s === piece ? ([s[0], s[0] + end.index] as const) : s)),
    };
    return change(context, "conditional", a, next, "what follows the condition is the article’s own");
  });
