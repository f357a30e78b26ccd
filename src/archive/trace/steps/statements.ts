/** Last step, a statement at a time: its tellings with what each changed and where it was had. */
import { statementOf } from "../trace.ts";
import type { Statement } from "../types.ts";
import type { OutletsHeader } from "./tellings.ts";
import { type CountedLine, countedOf, sceneOf, type SourceLine, type ToldLine } from "./wire.ts";

export interface StatementsLine {
  sources: Record<string, SourceLine>;
  tellings: ToldLine[];
}

export function statementsStep(
  header: CountedLine & Pick<OutletsHeader, "names">,
): (line: StatementsLine) => Statement {
  const counted = countedOf(header);
  const outlets = { names: new Map(header.names) };
  return ({ sources, tellings }) => {
    const scene = sceneOf(sources, counted);
    return statementOf(tellings.map(scene.told), scene, outlets);
  };
}
