/** What humans decide about statements: one decision at a time, undo and redo, and the log. */
import { randomUUID } from "node:crypto";
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Decision, Deciding } from "../../archive/corrections/decide.ts";
import { decisionLines } from "../../archive/decisions.ts";
import { reviewView } from "../../views/review.ts";
import { answersFile, answersJson } from "../endpoint.ts";
import { notThere } from "../errors.ts";
import { DocParam } from "../schemas/common.ts";
import { CorrectedSchema, CorrectionSchema, ReviewSchema, UndoneSchema, UndoSchema } from "../schemas/corrections.ts";
import type { Served } from "../served.ts";

export function correctionRoutes(app: OpenAPIHono, { archive, run, hub, now }: Served): void {
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
    async ({ params: { doc } }) => {
      const corrected = await archive.corrected(doc);
      if (!corrected) throw notThere(doc);
      return reviewView(corrected);
    },
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
      const decided = await run("decideOn", doc, decision as Decision, deciding(author, note));
      hub.tell("correction", { doc, event: decided.event });
      return decided;
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
        const event = await run("takeBack", whose, deciding(author), which);
        if (event) hub.tell("correction", { doc: event.doc, event });
        return { undone: event };
      },
    );
  answersFile(
    app,
    {
      method: "get",
      path: "/api/corrections",
      tag: "corrections",
      summary: "All decisions (statements, speakers, outlets), a line of JSON each, for hearsay corrections import",
      mediaTypes: ["application/jsonl"],
    },
    async ({ c }) => {
      c.header("content-type", "application/jsonl");
      c.header("content-disposition", 'attachment; filename="corrections.jsonl"');
      const lines: string[] = [];
      for await (const line of decisionLines(archive)) lines.push(line);
      return c.body(lines.join(""));
    },
  );
}
