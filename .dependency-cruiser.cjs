/** The one-way imports of ARCHITECTURE.md: document <- reading <- attribution <- archive <- views <- {exports, cli}. */
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
    only("reading-below", "^src/reading/", "^src/(attribution|archive|views|exports|cli)/", "reading knows no attributions"),
    only("attribution-below", "^src/attribution/", "^src/(archive|views|exports|cli)/", "attribution knows no presentation"),
    only("archive-below", "^src/archive/", "^src/(views|exports|cli)/", "the archive knows no presentation"),
    only("views-below", "^src/views/", "^src/(exports|cli)/", "views know no shell"),
    only("exports-below", "^src/exports/", "^src/cli/", "exports know no shell"),
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
