#!/usr/bin/env node
// Old syntax only: an older Node must be able to say that it is too old, before anything native loads.
var version = process.versions.node.split(".").map(Number);
if (version[0] < 22 || (version[0] === 22 && version[1] < 18)) {
  process.stderr.write(
    "hearsay needs Node 22.18 or newer; this is Node " + process.versions.node + ". Install it from nodejs.org.\n",
  );
  process.exit(2);
}
import("node:module")
  .then(function (module) {
    // Compiled code is kept between runs, which shortens every start but the first.
    module.enableCompileCache();
    return import("node:fs");
  })
  .then(function (fs) {
    var built = new URL("../dist/cli/main.js", import.meta.url);
    var source = new URL("../src/cli/main.ts", import.meta.url);
    // A checkout runs its sources; the package has only what was built from them.
    return import((fs.existsSync(source) ? source : built).href);
  })
  .then(function (cli) {
    return cli.main(process.argv.slice(2));
  });
