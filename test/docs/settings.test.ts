import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { program } from "../../src/cli/main.ts";

const root = new URL("../../", import.meta.url);
const docs = readFileSync(new URL("docs/settings.md", root), "utf8");

/** Names of environment variables in a source text; a use that names none is given as it stands. */
function variables(source: string): string[] {
  const uses = source.matchAll(
    /process\s*\.\s*env\b(?:\s*\??\.\s*([A-Za-z_]\w*)|\s*(?:\?\.)?\[\s*["'`](\w+)["'`]\s*\])?/g,
  );
  return [...uses].map(([use, dotted, quoted]) => dotted ?? quoted ?? use);
}

const sources = ["src/", "bin/"].flatMap((folder) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.[jt]s$/.test(name))
    .map((name) => ({ name: folder + name, text: readFileSync(new URL(folder + name, root), "utf8") })),
);

describe("docs/settings.md", () => {
  it.each(sources.flatMap(({ name, text }) => variables(text).map((variable) => [variable, name] as const)))(
    "has the variable %s of %s, with its default and meaning",
    (variable) => expect(docs).toMatch(new RegExp(`^\\| \`${variable}\` \\| \\S.* \\| \\S.* \\|$`, "m")),
  );

  it("names no variable that the code does not read", () => {
    const read = new Set(sources.flatMap(({ text }) => variables(text)));
    const named = [...docs.matchAll(/^\| `([A-Z][A-Z_]+)` \|/gm)].map((m) => m[1] as string);
    expect(named.length).toBeGreaterThan(0);
    for (const variable of named) expect(read).toContain(variable);
  });

  it("has the default of every flag", () => {
    for (const command of program().commands)
      for (const option of command.options) expect(docs).toContain(`\`${(option.long ?? "").replace("--no-", "--")}\``);
  });

  it("finds variables however they are read", () => {
    expect(variables('process.env.A; process.env["B"]; process.env?.C; process.env\n .D')).toEqual([
      "A",
      "B",
      "C",
      "D",
    ]);
    expect(variables("const { E } = process.env;")).toEqual(["process.env"]);
  });
});
