/** Builds the page of the app into dist/web, and what draws its first state on the server into dist/drawn, where they are not built yet or older than what they are made of. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
/** Where the server looks for it. */
export const BUILT = join(ROOT, "dist/web");
const CONFIGS = ["vite.drawn.config.ts", "vite.web.config.ts"];
/** Made last. */
const MANIFEST = join(BUILT, ".vite/manifest.json");

/** Does nothing where it is up to date, so that a server is not without its page for the time of a build. */
export async function builtPage(): Promise<void> {
  const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" }).map((name) =>
    join("src", name),
  );
  const newest = Math.max(
    ...[...sources, ...CONFIGS, "package.json"].map((name) => statSync(join(ROOT, name)).mtimeMs),
  );
  if (existsSync(MANIFEST) && statSync(MANIFEST).mtimeMs > newest) return;
  for (const config of CONFIGS)
    await build({ configFile: join(ROOT, config), root: join(ROOT, "src/web"), mode: "production", logLevel: "warn" });
}
