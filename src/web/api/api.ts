/** The server of this page. */
import { ApiError } from "../../client/api-error.ts";
import { connect } from "../../client/client.ts";

export const api = connect();

/** What a promise failed with, as one kind of error. */
export const errorOf = (thrown: unknown): ApiError =>
  thrown instanceof ApiError ? thrown : new ApiError(String(thrown), { code: "internal" });
