/** Speakers across articles, their dossiers, and what humans decide about who is who. */
import { randomUUID } from "node:crypto";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { decideSpeaker, type SpeakerAsk } from "../../views/speakers.ts";
import { answersJson } from "../endpoint.ts";
import { Refused } from "../errors.ts";
import {
  DossierQuery,
  DossierSchema,
  SpeakerDecidedSchema,
  SpeakerDecisionSchema,
  SpeakersQuery,
  SpeakersSchema,
} from "../schemas/speakers.ts";
import type { Served } from "../served.ts";

export function speakerRoutes(app: OpenAPIHono, { archive, run, hub, now }: Served): void {
  answersJson(
    app,
    {
      method: "get",
      path: "/api/speakers",
      tag: "speakers",
      summary: "Who is quoted, across articles, those with most statements first",
      query: SpeakersQuery,
      answer: SpeakersSchema,
    },
    async ({ query: { q, limit, page } }) =>
      archive.speakers({ ...(q === undefined ? {} : { like: q }), limit, offset: (page - 1) * limit }),
  );
  answersJson(
    app,
    {
      method: "get",
      path: "/api/dossier",
      tag: "speakers",
      summary: "What somebody said, over time and by topic, each statement with all its tellings",
      query: DossierQuery,
      answer: DossierSchema,
      errors: [404],
    },
    async ({ query: { speaker, about, since, until } }) => {
      const dossier = await run("dossierOf", speaker, {
        about: about ?? null,
        since: since ?? null,
        until: until ?? null,
      });
      if (!dossier) throw new Refused("not-found", `${speaker}: nobody of this name is quoted in the archive`);
      return dossier;
    },
  );
  answersJson(
    app,
    {
      method: "post",
      path: "/api/speakers/decisions",
      tag: "speakers",
      summary: "Joins, splits, names or identifies speakers, or takes the author’s last such decision back",
      body: SpeakerDecisionSchema,
      status: 201,
      answer: SpeakerDecidedSchema,
      errors: [422],
    },
    async ({ body: { author, note, ...ask } }) => {
      const deciding = { id: randomUUID(), author, time: now().toISOString(), ...(note ? { note } : {}) };
      const decided = await decideSpeaker(archive, ask as SpeakerAsk, deciding);
      if (decided.event) hub.tell("speakers", { event: decided.event });
      return decided;
    },
  );
}
