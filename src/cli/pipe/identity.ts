/** The step that tells which of several articles are one: those that share an address, their words or a name, in order. */
import { type Candidate, settle, type Settled } from "../../archive/settle.ts";

export function identityStep(): (line: string) => Settled[] {
  return (line) => settle(JSON.parse(line) as Candidate[]);
}
