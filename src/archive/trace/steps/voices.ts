/** Eighth step, an article at a time: statements that it tells in its own voice. */
import { type Known, ownVoice } from "../voice.ts";
import { type CountedLine, countedOf, type FreeLine, freeOf, sceneOf, type SourceLine, type ToldLine } from "./wire.ts";
import { toldLine } from "./wire.ts";

export interface VoicesLine {
  article: number;
  sources: Record<string, SourceLine>;
  /** Statements by the id of their first telling, with the articles up to this one that tell them. */
  statements: { first: number; told: ToldLine; articles: number[] }[];
  /** In order of the text, each with the statements that share keys with it. */
  sentences: { free: FreeLine; statements: number[] }[];
}

/** The statement's first telling, and the telling found, as JSON. */
export type VoicesAnswer = [first: number, told: string][];

export function voicesStep(header: CountedLine): (line: VoicesLine) => VoicesAnswer {
  const counted = countedOf(header);
  return ({ article, sources, statements, sentences }) => {
    const scene = sceneOf(sources, counted);
    const known = new Map(
      statements.map(({ first, told, articles }): [number, Known] => [
        first,
        { group: first, first: scene.told(told), articles: articles.map(scene.place) },
      ]),
    );
    const asked = sentences.map(
      ({ free, statements: ids }) => [freeOf(free, scene.lexicon), ids.map((id) => known.get(id) as Known)] as const,
    );
    return ownVoice(scene.place(article), asked, scene).map(([first, told]) => [
      first,
      JSON.stringify({ ...toldLine(told, scene.lexicon), article }),
    ]);
  };
}
