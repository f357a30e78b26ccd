/** `hearsay/client`: asks a running `hearsay serve` from a browser or Node. docs/client.md shows how. */
export { ApiError, UNREACHABLE } from "./api-error.ts";
export { type Asking, type Client, type ClientOptions, connect } from "./client.ts";
export type { Answer, Deletes, Fields, Files, Gets, Posts, Streams } from "./routes.ts";
