/** Outlets. */
import { z } from "@hono/zod-openapi";
import { type OutletEvent, OutletEventSchema } from "../../archive/outlets/events.ts";
import type { Outlet, OutletList } from "../../archive/outlets/outlet.ts";
import { OutletAskSchema, type OutletDecided } from "../../views/outlets.ts";
import { Text, whole, words } from "./common.ts";

export const OutletsQuery = z.object({
  q: words("words of a name, or their beginnings").optional().openapi({ example: "courier" }),
  limit: whole(1, 1000, 20, "outlets on a page"),
  page: whole(1, 1_000_000, 1, "which page"),
});

const OutletSchema = z
  .object({
    name: z.string(),
    names: z.array(
      z.object({
        name: z.string(),
        hosts: z.array(z.string()),
        articles: z.int(),
        first: Text,
        last: Text,
        decided: Text.openapi({ description: "who decided that it is one of its names; null where nobody did" }),
      }),
    ),
    articles: z.int().openapi({ description: "under its names; what only seems to be the same is not among them" }),
    resembling: z
      .array(z.object({ name: z.string(), articles: z.int(), reason: z.string() }))
      .openapi({ description: "outlets that seem to be the same, which nobody decided" }),
  })
  .openapi("Outlet") satisfies z.ZodType<Outlet>;

export const OutletsSchema = z
  .object({ total: z.int(), items: z.array(OutletSchema) })
  .openapi("Outlets") satisfies z.ZodType<OutletList>;

const Author = z.string().min(1).max(500).openapi({ description: "who decides", example: "una" });

export const OutletDecisionSchema = z
  .intersection(OutletAskSchema, z.object({ author: Author, note: z.string().max(10_000).optional() }))
  .openapi("OutletDecision", {
    example: { type: "join", outlets: ["Example Courier", "The Example Courier"], author: "una" },
  });

export const OutletDecidedSchema = z
  .object({
    event: z
      .custom<OutletEvent>((value) => OutletEventSchema.safeParse(value).success)
      .nullable()
      .openapi({
        type: "object",
        description: "the decision as the log holds it; null where there was none to take back",
      }),
    outlets: z.array(OutletSchema),
  })
  .openapi("OutletDecided") satisfies z.ZodType<OutletDecided>;
