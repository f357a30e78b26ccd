/** Bringing articles in: as text, by address, or as files. */
import type { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { ArticleInput } from "../../document.ts";
import { findDate } from "../../reading/dates.ts";
import { answersFile, answersJson } from "../endpoint.ts";
import { Refused } from "../errors.ts";
import type { Bringing } from "../jobs/jobs.ts";
import { BringFilesSchema, BringSchema, BroughtSchema, JobParam, JobSchema, JobsSchema } from "../schemas/ingest.ts";
import type { Served } from "../served.ts";

/** Files of one upload. */
const MOST_FILES = 10_000;
/** Characters of a pasted text's first line that name it. */
const NAME = 60;

export function ingestRoutes(app: OpenAPIHono, { jobs }: Served): void {
  const there = <T>(job: T | null): T => {
    if (job === null) throw new Refused("not-found", "there is no such job; list them with GET /api/ingest");
    return job;
  };
  answersJson(
    app,
    {
      method: "post",
      path: "/api/ingest",
      tag: "bring in",
      summary: "Brings in pasted text, an address, or files (everything that hearsay ingest reads); a job begins",
      body: BringSchema,
      otherBodies: { "multipart/form-data": BringFilesSchema },
      status: 202,
      answer: BroughtSchema,
      errors: [503],
    },
    async ({ c, body }) => ({ job: await jobs.bring(body ? ofJson(body) : await ofFiles(c)) }),
  );
  answersJson(
    app,
    { method: "get", path: "/api/ingest", tag: "bring in", summary: "All jobs, newest first", answer: JobsSchema },
    async () => ({ jobs: jobs.list() }),
  );
  const one = { tag: "bring in", path: "/api/ingest/{job}", params: JobParam, answer: JobSchema } as const;
  answersJson(
    app,
    { ...one, method: "get", summary: "A job with its items, their states and the reasons of failures" },
    async ({ params: { job } }) => there(jobs.get(job)),
  );
  answersJson(
    app,
    { ...one, method: "delete", summary: "Stops a job; what is being read is still kept, and it can be resumed" },
    async ({ params: { job } }) => there(jobs.stop(job)),
  );
  answersJson(
    app,
    { ...one, method: "post", path: "/api/ingest/{job}/resume", summary: "Goes on with a stopped job", errors: [409] },
    async ({ params: { job } }) => there(jobs.resume(job)),
  );
  answersFile(
    app,
    {
      method: "get",
      path: "/api/ingest/{job}/events",
      tag: "bring in",
      summary: "A stream of what a job does: progress, item, end",
      params: JobParam,
      mediaTypes: ["text/event-stream"],
    },
    async ({ params: { job } }) => there(jobs.watch(job)),
  );
}

type Body = { [K in "text" | "url" | "title" | "outlet" | "published"]?: string | undefined } & {
  force?: boolean | undefined;
};

function ofJson({ text, url, force = false, ...given }: Body): Bringing {
  if ((text === undefined) === (url === undefined)) throw new Refused("bad-request", "give either text or url");
  if (url !== undefined) {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      throw new Refused("bad-request", "url: only http and https addresses can be read");
    return { title: url, addresses: [new URL(url).href], files: [], given: givenOf(given), force };
  }
  const words = (text ?? "").trim();
  const title = given.title ?? words.slice(0, NAME).split("\n")[0]?.trim() ?? "";
  if (!words) throw new Refused("bad-request", "text: is empty; paste an article");
  const bytes = new TextEncoder().encode(text);
  return {
    title: title || "pasted text",
    addresses: [],
    files: [{ name: `${slug(title)}.txt`, bytes }],
    given: givenOf(given),
    force,
  };
}

/** "Valve fault shuts terminal" → valve-fault-shuts-terminal. */
const slug = (title: string): string =>
  title
    .toLowerCase()
    .normalize("NFKD")
    .match(/[\p{L}\p{N}]+/gu)
    ?.join("-")
    .slice(0, NAME) ?? "pasted";

async function ofFiles(c: Context): Promise<Bringing> {
  const form = await c.req.formData().catch(() => {
    throw new Refused("bad-request", "the body is no valid multipart/form-data");
  });
  const uploads = form.getAll("files").flatMap((entry) => (typeof entry === "string" ? [] : [entry]));
  const text = (name: string): string | undefined => {
    const value = form.get(name);
    return typeof value === "string" && value ? value : undefined;
  };
  if (uploads.length === 0) throw new Refused("bad-request", "files: name at least one file");
  if (uploads.length > MOST_FILES) throw new Refused("too-large", `files: at most ${MOST_FILES} at once`);
  const files = [];
  for (const file of uploads) files.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  const [first] = uploads;
  return {
    title: uploads.length === 1 && first ? first.name : `${uploads.length} files`,
    addresses: [],
    files,
    given: givenOf({ outlet: text("outlet"), published: text("published") }),
    force: text("force") === "true",
  };
}

function givenOf({ title, outlet, published }: Body): NonNullable<ArticleInput["given"]> {
  const date = published === undefined ? null : findDate(published);
  if (published !== undefined && !date)
    throw new Refused("bad-request", "published: is no date; write it as 2024-03-14");
  return { ...(title ? { title } : {}), ...(outlet ? { outlet } : {}), ...(date ? { published: date } : {}) };
}
