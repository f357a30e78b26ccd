import { describe, expect, it } from "vitest";
import { linesOf } from "../../src/cli/pipe/lines.ts";
import { EXIT } from "../../src/error.ts";
import { hearsay } from "./run.ts";

describe("lines", () => {
  async function lines(...chunks: string[]): Promise<string[]> {
    async function* bytes(): AsyncGenerator<Uint8Array> {
      for (const chunk of chunks) yield Buffer.from(chunk);
    }
    const found: string[] = [];
    for await (const line of linesOf(bytes())) found.push(line);
    return found;
  }
  it("end in a line feed and nowhere else", async () => {
    expect(await lines('{"a":"x\u2028y\ry"}\n', "\nb")).toEqual(['{"a":"x\u2028y\ry"}', "", "b"]);
  });
  it("go over chunks, also within a character", async () => {
    const bytes = [...Buffer.from("né\nx\n")].map((byte) => Buffer.from([byte]));
    const found: string[] = [];
    for await (const line of linesOf(
      (async function* () {
        yield* bytes;
      })(),
    ))
      found.push(line);
    expect(found).toEqual(["né", "x"]);
  });
});

describe("hearsay pipe", () => {
  it("says what it is, then answers in order, errors too", async () => {
    const candidate = { doc: "a", origin: "x", canonical: null, outlet: null, contentKey: "1" };
    const { code, out } = await hearsay(["pipe", "identity"], `${JSON.stringify([candidate])}\nno JSON\n[]\n`);
    expect(code).toBe(EXIT.ok);
    const [hello, first, second, third] = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(hello).toMatchObject({ perKey: 12 });
    expect(first).toEqual({ ok: true, answer: [{ doc: "a", version: 1, current: true }] });
    expect(second).toMatchObject({ ok: false });
    expect(third).toEqual({ ok: true, answer: [] });
  });
  it("refuses a step that is none, and bytes without a name, in one line", async () => {
    const wrong = await hearsay(["pipe", "tracing"]);
    expect(wrong.code).toBe(EXIT.usage);
    expect(wrong.err).toMatch(/^hearsay: pipe tracing: is no step; steps are open, read, .*\n$/);
    expect((await hearsay(["pipe", "open"])).err).toContain("needs --name");
  });
});
