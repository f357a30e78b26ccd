import { describe, expect, it } from "vitest";
import { EXIT, NotAnArticleError } from "../../src/error.ts";
import { checkArticle } from "../../src/reading/gate.ts";
import { docOf } from "../helpers.ts";

const exitOf = async (text: string): Promise<number> => {
  try {
    await checkArticle(docOf(text), "x.txt");
    return EXIT.ok;
  } catch (error) {
    expect(error).toBeInstanceOf(NotAnArticleError);
    expect((error as Error).message).toMatch(/^x\.txt: [^\n]+$/);
    return (error as NotAnArticleError).exitCode;
  }
};

describe("what is no article", () => {
  it("nothing at all", async () => expect(await exitOf(" \n\n ")).toBe(EXIT.empty));

  it("a list of links", async () => {
    const lines = Array.from({ length: 20 }, (_, i) => `Harbour story number ${i + 1} of the day`);
    expect(await exitOf(lines.join("\n"))).toBe(EXIT.notArticle);
  });

  it("a stub before a paywall", async () =>
    expect(
      await exitOf(
        "Mayor admits it\nThe mayor said on Monday that she knew.\nSubscribe to continue reading this article.",
      ),
    ).toBe(EXIT.paywall));

  it("another language", async () =>
    expect(
      await exitOf(
        "Die Bürgermeisterin der Hafenstadt hat am Montag eingeräumt, dass die Sirenen im Juni abgeschaltet worden waren, weil sie die Möwen erschreckten. Niemand habe daran gedacht, sie wieder einzuschalten, sagte sie vor Journalisten im Rathaus.",
      ),
    ).toBe(EXIT.language));

  it("but a short English notice is one", async () =>
    expect(await exitOf("The bridge is closed, police said.")).toBe(EXIT.ok));
});
