/** Searches as users write them, made of what the archive holds. */
import type { Served } from "./server.ts";

/** Articles and speakers from which words are taken. */
const SAMPLE = 100;

/** A mix of words, a speaker with words, an outlet, labels, a phrase and a span of time; the same for the same archive. */
export async function searchesOf({ api }: Served): Promise<string[]> {
  const { total } = await api.get("/api/articles", { limit: 1 });
  const offset = Math.max(0, Math.floor(total / 2) - SAMPLE);
  const { items } = await api.get("/api/articles", { limit: SAMPLE, offset });
  const speakers = (await api.get("/api/speakers", { limit: SAMPLE })).items;
  return items.flatMap(({ title, outlet, published }, i) => {
    const words = (title ?? "harbour").match(/\p{L}{4,}/gu) ?? ["harbour"];
    const [one = "harbour", two = "council"] = words;
    const name = speakers[i % speakers.length]?.name ?? "Holt";
    const quoted = (text: string | null): string => `"${(text ?? "").replace(/["\\]/g, " ")}"`;
    return [
      one.toLowerCase(),
      `${one} ${two}`.toLowerCase(),
      `speaker:${quoted(name)} ${two.toLowerCase()}`,
      `outlet:${quoted(outlet)} framing:hearsay`,
      `naming:anonymous ${one.toLowerCase()}`,
      `about:${quoted(name)} since:${(published ?? "2021").slice(0, 4)}`,
      quoted(words.slice(0, 2).join(" ")),
      `${one.slice(0, 4).toLowerCase()}* form:direct -kind:government`,
    ];
  });
}
