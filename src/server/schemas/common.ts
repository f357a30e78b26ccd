/** What every route shares: the error shape, numbers and dates of a query. */
import { z } from "@hono/zod-openapi";

/** Codes of errors; each has one HTTP status (`errors.ts`). */
export const ERROR_CODES = [
  "bad-request",
  "bad-query",
  "unauthorized",
  "forbidden",
  "not-found",
  "method-not-allowed",
  "conflict",
  "too-slow",
  "too-large",
  "wrong-type",
  "not-readable",
  "internal",
  "busy",
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

export const ErrorSchema = z
  .object({
    error: z.object({
      code: z.enum(ERROR_CODES),
      message: z.string().openapi({ description: "one clear line: what is wrong and what to do" }),
      at: z.int().min(0).optional().openapi({ description: "where in the query the mistake stands, in UTF-16 units" }),
    }),
  })
  .openapi("Error", {
    example: {
      error: { code: "bad-query", message: "no value after speaker: at character 9 of the query; write a name", at: 8 },
    },
  });

export type ErrorBody = z.infer<typeof ErrorSchema>;

/** A whole number in a query. */
export const whole = (least: number, most: number, standard: number, description: string) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `write a number from ${least} to ${most}`)
    .transform(Number)
    .pipe(
      z
        .int()
        .min(least, `write a number from ${least} to ${most}`)
        .max(most, `write a number from ${least} to ${most}`),
    )
    .optional()
    .transform((n) => n ?? standard)
    .openapi({ type: "integer", minimum: least, maximum: most, default: standard, description });

/** A name or words in a query: bounded, since nobody writes more. */
export const words = (description: string, most = 500) =>
  z
    .string()
    .min(1, "is empty; write something or leave it out")
    .max(most, `write at most ${most} characters`)
    .openapi({ description });

/** An ISO date, as precise as the user likes. */
export const date = (description: string) =>
  z
    .string()
    .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, "is no date; write it as 2024, 2024-03 or 2024-03-14")
    .openapi({ description, example: "2025-03" });

/** A name of an article in the archive, as in lists. */
export const Doc = z.string().min(1).max(1000);

export const DocParam = z.object({
  doc: Doc.openapi({
    param: { name: "doc", in: "path" },
    description: "an article’s name",
    example: "harbour-wire-0311",
  }),
});

const text = z.string().nullable();
/** Text that nobody may have stated. */
export const Text = text;
