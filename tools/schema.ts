/** Writes docs/reading.schema.json from the zod schema: `node tools/schema.ts`. A test holds the file to the code. */
import { writeFileSync } from "node:fs";
import { readingJsonSchema } from "../src/exports/schema.ts";

writeFileSync(
  new URL("../docs/reading.schema.json", import.meta.url),
  `${JSON.stringify(readingJsonSchema(), null, 1)}\n`,
);
