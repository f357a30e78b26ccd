/** Builds the app's page into dist/web. Not called vite.config.ts, so that vitest does not take it for its own. */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

/** Where `hearsay serve` listens while one works on the page with `vite -c vite.web.config.ts`. */
const SERVER = "http://127.0.0.1:4277";

export default defineConfig({
  root: "src/web",
  plugins: [svelte()],
  build: {
    outDir: "../../dist/web",
    emptyOutDir: true,
    // The policy of the server allows neither inline scripts nor data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    manifest: true,
    target: "es2022",
    // What several pages share is one file: a browser fetches few files at a time.
    rolldownOptions: {
      output: { codeSplitting: { groups: [{ name: "shared", minShareCount: 2, test: /\/src\/|\/svelte\// }] } },
    },
  },
  server: { proxy: { "/api": { target: SERVER } } },
});
