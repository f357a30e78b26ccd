/** Builds what the server draws first pages with, into dist/drawn: one module that needs nothing else. */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

export default defineConfig({
  root: "src/web",
  plugins: [svelte()],
  ssr: { noExternal: true },
  build: {
    ssr: "start/draw.ts",
    outDir: "../../dist/drawn",
    emptyOutDir: true,
    minify: false,
    target: "es2022",
  },
});
