/**
 * What each path of the API takes and answers: types only, taken from the schemas by which the server checks it. A test holds the
 * paths to the OpenAPI document of a running server, and the answers of that server to these schemas.
 */
import type { z } from "zod";
import type {
  ArticlesQuery,
  ArticlesSchema,
  ReaderQuery,
  ReaderSchema,
  TotalsSchema,
  VersionQuery,
} from "../server/schemas/articles.ts";
import type { AuditQuery, AuditSchema } from "../server/schemas/audit.ts";
import type {
  CorrectedSchema,
  CorrectionSchema,
  ReviewSchema,
  UndoneSchema,
  UndoSchema,
} from "../server/schemas/corrections.ts";
import type { ExportQuery, FormatParam } from "../server/schemas/export.ts";
import type { BringSchema, BroughtSchema, JobSchema, JobsSchema } from "../server/schemas/ingest.ts";
import type {
  OutletDecidedSchema,
  OutletDecisionSchema,
  OutletsQuery,
  OutletsSchema,
} from "../server/schemas/outlets.ts";
import type {
  FeedQuery,
  QuotationQuery,
  QuotationsSchema,
  SearchQuery,
  SearchSchema,
} from "../server/schemas/search.ts";
import type { HealthSchema } from "../server/schemas/server.ts";
import type {
  DossierQuery,
  DossierSchema,
  SpeakerDecidedSchema,
  SpeakerDecisionSchema,
  SpeakersQuery,
  SpeakersSchema,
} from "../server/schemas/speakers.ts";
import type { TraceQuery, TraceSchema } from "../server/schemas/trace.ts";
import type { VersionsSchema } from "../server/schemas/versions.ts";
import type { WorkersSchema } from "../server/schemas/workers.ts";

/** Fields of a query as a caller gives them: numbers are numbers, and what has a standard value may be left out. */
type Given<S extends z.ZodType> = {
  [K in keyof z.input<S>]: (K extends keyof z.output<S> ? z.output<S>[K] : never) | null | undefined;
};
type None = Record<never, never>;

interface Route<Query, Answer> {
  query: Query;
  answer: Answer;
}
interface Sent<Body, Answer> {
  query: None;
  body: Body;
  answer: Answer;
}

/** Paths that are asked for JSON. */
export interface Gets {
  "/api/articles": Route<Given<typeof ArticlesQuery>, z.output<typeof ArticlesSchema>>;
  "/api/articles/{doc}": Route<Given<typeof ReaderQuery>, z.output<typeof ReaderSchema>>;
  "/api/articles/{doc}/changes": Route<Given<typeof VersionQuery>, z.output<typeof VersionsSchema>>;
  "/api/articles/{doc}/corrections": Route<None, z.output<typeof ReviewSchema>>;
  "/api/audit": Route<Given<typeof AuditQuery>, z.output<typeof AuditSchema>>;
  "/api/dossier": Route<Given<typeof DossierQuery>, z.output<typeof DossierSchema>>;
  "/api/ingest": Route<None, z.output<typeof JobsSchema>>;
  "/api/ingest/{job}": Route<None, z.output<typeof JobSchema>>;
  "/api/outlets": Route<Given<typeof OutletsQuery>, z.output<typeof OutletsSchema>>;
  "/api/quotations": Route<Given<typeof QuotationQuery>, z.output<typeof QuotationsSchema>>;
  "/api/search": Route<Given<typeof SearchQuery>, z.output<typeof SearchSchema>>;
  "/api/speakers": Route<Given<typeof SpeakersQuery>, z.output<typeof SpeakersSchema>>;
  "/api/totals": Route<None, z.output<typeof TotalsSchema>>;
  "/api/trace": Route<Given<typeof TraceQuery>, z.output<typeof TraceSchema>>;
  "/api/workers": Route<None, z.output<typeof WorkersSchema>>;
  "/healthz": Route<None, z.output<typeof HealthSchema>>;
}

/** Paths to which something is sent. */
export interface Posts {
  "/api/articles/{doc}/corrections": Sent<z.input<typeof CorrectionSchema>, z.output<typeof CorrectedSchema>>;
  "/api/ingest": Sent<z.input<typeof BringSchema> | FormData, z.output<typeof BroughtSchema>>;
  "/api/ingest/{job}/resume": Sent<undefined, z.output<typeof JobSchema>>;
  "/api/outlets/decisions": Sent<z.input<typeof OutletDecisionSchema>, z.output<typeof OutletDecidedSchema>>;
  "/api/redo": Sent<z.input<typeof UndoSchema>, z.output<typeof UndoneSchema>>;
  "/api/speakers/decisions": Sent<z.input<typeof SpeakerDecisionSchema>, z.output<typeof SpeakerDecidedSchema>>;
  "/api/undo": Sent<z.input<typeof UndoSchema>, z.output<typeof UndoneSchema>>;
}

/** Paths of what can be ended. */
export interface Deletes {
  "/api/ingest/{job}": Route<None, z.output<typeof JobSchema>>;
}

/** Paths that answer with a file or text. */
export interface Files {
  "/api/articles/{doc}/report": Route<None, string>;
  "/api/audit/report": Route<Given<typeof AuditQuery>, string>;
  "/api/corrections": Route<None, string>;
  "/api/export/atom": Route<Given<typeof FeedQuery>, string>;
  "/api/export/{format}": Route<Given<typeof ExportQuery> & z.input<typeof FormatParam>, string>;
  "/api/search.atom": Route<Given<typeof FeedQuery>, string>;
  "/api/trace/report": Route<Given<typeof TraceQuery>, string>;
  "/metrics": Route<None, string>;
}

type Told<Events> = { [E in keyof Events]: { event: E; data: Events[E] } }[keyof Events];
type Job = z.output<typeof JobSchema>;

/** Paths of streams, and what they tell. */
export interface Streams {
  "/api/events": Route<
    None,
    Told<{
      article: { doc: string };
      correction: { doc: string; event: z.output<typeof CorrectedSchema>["event"] };
      outlets: { event: NonNullable<z.output<typeof OutletDecidedSchema>["event"]> };
      speakers: { event: NonNullable<z.output<typeof SpeakerDecidedSchema>["event"]> };
    }>
  >;
  "/api/ingest/{job}/events": Route<
    None,
    Told<{ progress: Omit<Job, "items" | "omitted">; item: Job["items"][number]; end: Omit<Job, "items" | "omitted"> }>
  >;
}

/** The names in braces of a path. */
type Params<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? { [K in Name]: string } & Params<Rest>
  : None;

/** What a path needs to be asked: the names in its braces and the fields of its query. */
export type Fields<P extends string, Routes> = P extends keyof Routes
  ? Params<P> & (Routes[P] extends { query: infer Q } ? Q : None)
  : never;

/** What a path answers. */
export type Answer<P, Routes> = P extends keyof Routes ? (Routes[P] extends { answer: infer A } ? A : never) : never;
