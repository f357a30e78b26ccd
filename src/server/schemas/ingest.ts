/** Bringing articles in. */
import { z } from "@hono/zod-openapi";
import { JOB_STATES, type JobView } from "../jobs/job.ts";
import { Text } from "./common.ts";

/** Characters of a pasted text: no article is longer. */
const LONGEST_TEXT = 10 * 1024 * 1024;

const given = {
  title: z.string().min(1).max(1000).optional().openapi({ description: "the headline, where the text does not tell" }),
  outlet: z.string().min(1).max(500).optional().openapi({ description: "who published it" }),
  published: z
    .string()
    .min(1)
    .max(100)
    .optional()
    .openapi({ description: "when it was published", example: "2025-03-11" }),
  force: z.boolean().optional().openapi({ description: "read on where it does not seem to be an article" }),
};

export const BringSchema = z
  .object({
    text: z.string().min(1, "is empty; paste an article").max(LONGEST_TEXT).optional(),
    url: z.string().min(1).max(4000).optional().openapi({ description: "an http or https address, fetched once" }),
    ...given,
  })
  .openapi("Bring", {
    example: {
      text: "“We open in May,” said director Ina Holt.",
      title: "Museum to open",
      outlet: "Harbour Wire",
      force: true,
    },
  });

export const BringFilesSchema = z
  .object({
    files: z.array(z.string().openapi({ format: "binary" })),
    outlet: given.outlet,
    published: given.published,
    force: z.enum(["true", "false"]).optional(),
  })
  .openapi("BringFiles");

const CountsSchema = z.object({ new: z.int(), version: z.int(), same: z.int(), failed: z.int() });

const ItemSchema = z.object({
  name: z.string(),
  state: z.enum(["done", "failed"]),
  reason: Text,
  kept: z.enum(["new", "version", "same"]).nullable(),
  doc: Text,
});

export const JobSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    state: z.enum(JOB_STATES),
    created: z.string(),
    ended: Text,
    reason: Text.openapi({ description: "why it ended before everything was read" }),
    counts: CountsSchema,
    rate: z.number().nullable().openapi({ description: "items a second so far" }),
    done: z.number().nullable().openapi({ description: "share of the bytes that has been read, 0 to 1" }),
    eta: z.number().nullable().openapi({ description: "seconds left at this pace" }),
    items: z.array(ItemSchema),
    omitted: z.int().openapi({ description: "items that are not listed" }),
  })
  .openapi("Job") satisfies z.ZodType<JobView>;

export const JobsSchema = z.object({ jobs: z.array(JobSchema) }).openapi("Jobs");
export const BroughtSchema = z.object({ job: JobSchema }).openapi("Brought");
export const JobParam = z.object({
  job: z
    .string()
    .min(1)
    .max(100)
    .openapi({ param: { name: "job", in: "path" }, description: "a job’s id" }),
});
