/** Builds the page of the app into dist/web, where it is not built yet or older than what it is made of. */
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
/** Where the server looks for it. */
export const BUILT = join(ROOT, "dist/web");
const MANIFEST = join(BUILT, ".vite/manifest.json");
const CONFIG = join(ROOT, "vite.web.config.ts");

/** Does nothing where it is up to date, so that a server is not without its page for the time of a build. */
export async function builtPage(): Promise<void> {
  const sources = readdirSync(join(ROOT, "src"), { recursive: true, encoding: "utf8" }).map((name) =>
    join("src", name),
  );
  const newest = Math.max(
    ...[...sources, "vite.web.config.ts", "package.json"].map((name) => statSync(join(ROOT, name)).mtimeMs),
  );
  if (existsSync(MANIFEST) && statSync(MANIFEST).mtimeMs > newest) return;
  await build({ configFile: CONFIG, root: join(ROOT, "src/web"), mode: "production", logLevel: "warn" });
}
