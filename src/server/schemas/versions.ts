/** What differs between the versions of an article. */
import { z } from "@hono/zod-openapi";
import type { VersionsView } from "../../views/versions.ts";
import { Text } from "./common.ts";
import { Left } from "./corrections.ts";

const Statement = z.object({ id: z.string(), speaker: z.string(), content: z.string() });

const Change = z.object({
  from: z.int(),
  to: z.int(),
  passages: z
    .array(z.object({ before: z.string(), removed: z.string(), added: z.string(), after: z.string() }))
    .openapi({ description: "words replaced, left out or put in, with what stands around them" }),
  more: z.int().openapi({ description: "passages beyond those shown" }),
  came: z.array(Statement),
  went: z.array(Statement),
  changed: z.array(
    Statement.extend({
      earlierId: z.string(),
      fields: z.array(z.object({ field: z.string(), from: Text, to: Text })),
    }),
  ),
  moved: z.array(Left).openapi({ description: "decisions whose words stand elsewhere now, or nearly so" }),
  lost: z.array(Left).openapi({ description: "decisions that found no place any more" }),
});

export const VersionsSchema = z
  .object({ doc: z.string(), versions: z.array(z.int()), changes: z.array(Change) })
  .openapi("Versions") satisfies z.ZodType<VersionsView>;
