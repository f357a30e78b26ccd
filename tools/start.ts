/** `npm start`: opens the app, its page built first where need be; `npm start -- COMMAND …` is `hearsay COMMAND …`. */
import { main } from "../src/cli/main.ts";
import { builtPage } from "./page.ts";

const args = process.argv.slice(2);
if (args.length === 0 || args[0] === "serve") {
  process.stderr.write("Making the app’s page ready …\n");
  await builtPage();
}
await main(args);
