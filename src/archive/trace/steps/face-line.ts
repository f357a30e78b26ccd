/** A telling without its words as it travels: to every telling that shares keys with it, so what is empty is left out. */
import type { Origin } from "../evidence.ts";
import type { Face } from "../face.ts";
import type { Source } from "../source.ts";
import { stemsOf, type Who } from "../speaker.ts";
import type { Told } from "../told.ts";
import { type SourceLine, sourceLine, sourceOf } from "./wire.ts";

export interface FaceLine extends Partial<Omit<Face, "speaker" | "content">> {
  article: number;
  weight: number;
  direct?: boolean;
  /** Stems are worked out again from the words. */
  who?: Pick<Who, "naming" | "words"> & { roles?: string[] };
  from: Partial<SourceLine>;
}

const empty = (value: unknown): boolean =>
  value === null || value === false || value === "" || (Array.isArray(value) && value.length === 0);

/** Without what is empty. */
const lean = <T extends object>(fields: T): T =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => !empty(value))) as T;

export function faceLine(told: Told, source: Source): FaceLine {
  const { article, weight, cites, alongside, venue, when, live, namesRelease, content, speaker } = told;
  // What an article is called is asked for where it is credited only.
  const { doc: _, dateline: __, ...from } = sourceLine(source);
  return {
    article,
    weight,
    ...lean({ cites, alongside, venue, when, live, namesRelease, direct: content.direct }),
    ...(speaker && { who: lean({ naming: speaker.naming, words: speaker.words, roles: [...speaker.roles] }) }),
    from: lean(from),
  };
}

export function faceOf({ who, direct, ...line }: FaceLine): Face {
  return {
    cites: [],
    alongside: [],
    venue: null,
    when: null,
    live: false,
    namesRelease: false,
    ...line,
    speaker: who
      ? { naming: who.naming, words: who.words ?? [], stems: stemsOf(who.words ?? []), roles: new Set(who.roles) }
      : null,
    content: { direct: direct === true },
  };
}

export const originOf = ({ from }: FaceLine): Origin =>
  sourceOf({
    doc: "",
    dateline: null,
    title: "",
    key: "",
    release: false,
    time: null,
    credited: [],
    sentences: "",
    ...from,
  });
