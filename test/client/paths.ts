/** Every path that the client has types for; the compiler holds the lists to the types, a test holds them to the server. */
import type { Deletes, Files, Gets, Posts, Streams } from "../../src/client/index.ts";

/** All keys of a type as a list; one that is missing is an error, and so is one too many. */
const all = <T>(paths: Record<keyof T, true>): string[] => Object.keys(paths);

export const PATHS = {
  get: all<Gets>({
    "/api/articles": true,
    "/api/articles/{doc}": true,
    "/api/articles/{doc}/changes": true,
    "/api/articles/{doc}/corrections": true,
    "/api/audit": true,
    "/api/dossier": true,
    "/api/ingest": true,
    "/api/ingest/{job}": true,
    "/api/outlets": true,
    "/api/quotations": true,
    "/api/search": true,
    "/api/speakers": true,
    "/api/totals": true,
    "/api/trace": true,
    "/api/workers": true,
    "/healthz": true,
  }),
  post: all<Posts>({
    "/api/articles/{doc}/corrections": true,
    "/api/ingest": true,
    "/api/ingest/{job}/resume": true,
    "/api/outlets/decisions": true,
    "/api/redo": true,
    "/api/speakers/decisions": true,
    "/api/undo": true,
  }),
  delete: all<Deletes>({ "/api/ingest/{job}": true }),
  file: all<Files>({
    "/api/articles/{doc}/report": true,
    "/api/audit/report": true,
    "/api/corrections": true,
    "/api/export/atom": true,
    "/api/export/{format}": true,
    "/api/search.atom": true,
    "/api/trace/report": true,
    "/metrics": true,
  }),
  listen: all<Streams>({ "/api/events": true, "/api/ingest/{job}/events": true }),
};
