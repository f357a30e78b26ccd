/** The one-way imports of ARCHITECTURE.md: document <- reading <- attribution <- archive <- views <- {exports, cli, server}. */
const only = (name, from, forbidden, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: forbidden },
});
module.exports = {
  forbidden: [
    { name: "no-circular", severity: "error", from: {}, to: { circular: true } },
    only("document-imports-nobody", "^src/document\\.ts$", "^src/", "the vocabulary stands alone"),
    only("reading-below", "^src/reading/", "^src/(attribution|archive|views|exports|cli|server|client)/", "reading knows no attributions"),
    only("attribution-below", "^src/attribution/", "^src/(archive|views|exports|cli|server|client)/", "attribution knows no presentation"),
    only("archive-below", "^src/archive/", "^src/(views|exports|cli|server|client)/", "the archive knows no presentation"),
    only("views-below", "^src/views/", "^src/(exports|cli|server|client)/", "views know no shell"),
    only("exports-below", "^src/exports/", "^src/(cli|server|client)/", "exports know no shell"),
    only("server-beside-cli", "^src/server/", "^src/cli/", "the server is a shell beside the command line"),
    only("server-is-a-shell", "^src/server/", "^src/(cli|client)/", "shells know nothing of each other"),
    {
      name: "client-takes-types-only",
      comment: "the client runs in browsers and has no dependency",
      severity: "error",
      from: { path: "^src/client/" },
      to: { pathNot: "^src/client/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "hono-only-in-server",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/server/" },
      to: { path: "node_modules/(@hono|hono)/" },
    },
    only("web-on-top", "^src/(?!web/)", "^src/web/", "nobody knows the page"),
    {
      name: "web-takes-types-and-pure-functions",
      comment: "the page runs in a browser: no store, no model, no server; decision 0011",
      severity: "error",
      from: { path: "^src/web/" },
      to: {
        path: "^src/(server|cli|exports|reading/(inputs|page)|attribution/(tagger|finders|refiners)|archive/(sqlite|postgres|ingest|query))/|^src/index",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "onnxruntime-only-in-tagger",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/attribution/tagger/" },
      to: { path: "onnxruntime" },
    },
    {
      name: "sql-only-in-archive",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/archive/" },
      to: { path: "better-sqlite3" },
    },
    {
      name: "pg-boss-only-in-queue",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/archive/queue/" },
      to: { path: "node_modules/pg-boss/" },
    },
    {
      name: "extraction-only-in-its-adapter",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/reading/page/" },
      to: { path: "(@mozilla/readability|linkedom)" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
  },
};
