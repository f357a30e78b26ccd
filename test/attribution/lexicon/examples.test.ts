import { describe, expect, it } from "vitest";
import { ENTRIES, lookUp } from "../../../src/attribution/lexicon/lemma.ts";
import { act } from "../../../src/attribution/refiners/act.ts";
import type { Attribution } from "../../../src/document.ts";
import { marked } from "../marked.ts";

/** The example of an entry as an attribution: what goes before its cue is the source, what follows the content. */
function read(example: string, verb: boolean): Attribution | undefined {
  const [, lead = "", cue = "", rest = ""] = /^([^<]*)((?:<[^>]+>[^<]*)*<[^>]+>)(.*)$/.exec(example) ?? [];
  const source =
    verb && !/^(?:It|There) /.test(lead) ? "[Ida Moss] " : /^(?:It|There|The pier) /.test(lead) ? "" : "[Ida Moss], ";
  const content =
    lead && !/^(?:her|It|There) $/.test(lead) && !/^(?:It is|There \w+) $/.test(lead) ? `{${lead.trim()}} ` : lead;
  const { attribution, context } = marked(`${source}${content}${cue} {${rest.trim()}}.`);
  return act([attribution], context)[0];
}

describe("each entry of the cue lexicon", () => {
  it("has an example of its own that shows it", () => {
    const without = ENTRIES.filter((e) => !/<[^>]+>/.test(e.example));
    expect(without.map((e) => e.lemma)).toEqual([]);
    const found = ENTRIES.filter((e) => {
      const cue = [...e.example.matchAll(/<([^>]+)>/g)].map((m) => m[1]).join(" ");
      const words = cue.toLowerCase().split(" ");
      // "is rumoured", "was convinced": an auxiliary goes before.
      return [0, 1].some((from) => lookUp(words.slice(from).join(" ")).includes(e));
    });
    expect(ENTRIES.filter((e) => !found.includes(e)).map((e) => `${e.lemma}: ${e.example}`)).toEqual([]);
  });

  it.each(ENTRIES.map((e) => [`${e.lemma} (${e.part})`, e] as const))("%s is read as it says", (_, entry) => {
    const a = read(entry.example, entry.part === "verb");
    const framing = entry.framing === "hearsay" || a?.source.length === 0 ? "hearsay" : entry.framing;
    expect(`${a?.act} ${a?.framing}`).toBe(`${entry.act} ${framing}`);
    if (entry.act !== "silence") expect(a?.why.act?.reason).not.toMatch(/none that the lexicon knows/);
  });
});
