/** What humans decide about statements: one decision at a time, undo and redo, and the log. */
import { randomUUID } from "node:crypto";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Corrected } from "../../archive/corrections/apply.ts";
import { type Decision, type Deciding, eventOf, undoOf } from "../../archive/corrections/decide.ts";
import type { CorrectionEvent } from "../../archive/corrections/events.ts";
import { logLines } from "../../archive/corrections/exchange.ts";
import { reviewView } from "../../views/review.ts";
import { answersFile, answersJson } from "../endpoint.ts";
import { notThere, Refused } from "../errors.ts";
import { DocParam } from "../schemas/common.ts";
import { CorrectedSchema, CorrectionSchema, ReviewSchema, UndoneSchema, UndoSchema } from "../schemas/corrections.ts";
import type { Served } from "../served.ts";

export function correctionRoutes(app: OpenAPIHono, { archive, hub, now }: Served): void {
  const correctedOf = async (doc: string): Promise<Corrected> => {
    const corrected = await archive.corrected(doc);
    if (!corrected) throw notThere(doc);
    return corrected;
  };
  const append = async (event: CorrectionEvent): Promise<void> => {
    const { refused } = await archive.correct([event]);
    if (refused[0]) throw new Refused("conflict", refused[0].reason);
    hub.tell("correction", { doc: event.doc, event });
  };
  const deciding = (author: string, note?: string): Deciding => ({
    id: randomUUID(),
    author,
    time: now().toISOString(),
    ...(note ? { note } : {}),
  });
  const path = "/api/articles/{doc}/corrections";
  answersJson(
    app,
    {
      method: "get",
      path,
      tag: "corrections",
      summary: "An article's statements with what was decided, and decisions that found no place",
      params: DocParam,
      answer: ReviewSchema,
    },
    async ({ params: { doc } }) => reviewView(await correctedOf(doc)),
  );
  answersJson(
    app,
    {
      method: "post",
      path,
      tag: "corrections",
      summary: "Accepts, rejects or changes a statement, adds one, or marks furniture",
      params: DocParam,
      body: CorrectionSchema,
      status: 201,
      answer: CorrectedSchema,
      errors: [409],
    },
    async ({ params: { doc }, body: { author, note, ...decision } }) => {
      const event = eventOf(decision as Decision, await correctedOf(doc), deciding(author, note));
      await append(event);
      const { reading, rejected } = await correctedOf(doc);
      const states = [...reading.attributions, ...rejected].map(({ id, review }) => ({
        id,
        review: review ?? "suggested",
      }));
      return { event, statements: states };
    },
  );
  for (const which of ["undo", "redo"] as const)
    answersJson(
      app,
      {
        method: "post",
        path: `/api/${which}`,
        tag: "corrections",
        summary:
          which === "undo"
            ? "Takes back an author's last decision; null when there is none left"
            : "Brings back what an author took back last; null when there is nothing",
        body: UndoSchema,
        answer: UndoneSchema,
        errors: [409],
      },
      async ({ body: { author, doc } }) => {
        const whose = { author, ...(doc === undefined ? {} : { doc }) };
        const event = undoOf(
          await archive.corrections(doc === undefined ? {} : { doc }),
          whose,
          deciding(author),
          which,
        );
        if (event) await append(event);
        return { undone: event };
      },
    );
  answersFile(
    app,
    {
      method: "get",
      path: "/api/corrections",
      tag: "corrections",
      summary: "The log of all decisions, a line of JSON each, for hearsay corrections import",
      mediaTypes: ["application/jsonl"],
    },
    async ({ c }) => {
      c.header("content-type", "application/jsonl");
      c.header("content-disposition", 'attachment; filename="corrections.jsonl"');
      return c.body([...logLines(await archive.corrections())].join(""));
    },
  );
}
