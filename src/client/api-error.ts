/** What goes wrong between a client and the server. */

/** The code of an error when the server cannot be reached at all. */
export const UNREACHABLE = "unreachable";

/** A request that was refused or did not arrive; the message is the one line that the server says. */
export class ApiError extends Error {
  /** As docs/api.md lists them, or `unreachable`. */
  readonly code: string;
  /** HTTP status; 0 where there was no answer. */
  readonly status: number;
  /** Where in a query the mistake stands, in UTF-16 units; `null` where it is about no query. */
  readonly at: number | null;
  constructor(message: string, { code, status = 0, at = null }: { code: string; status?: number; at?: number | null }) {
    super(message);
    this.name = "ApiError";
    this.code = code;
    this.status = status;
    this.at = at;
  }
}

/** The error of an answer, from its body where that has the server's shape. */
export async function refusalOf(response: Response): Promise<ApiError> {
  const body = (await response.json().catch(() => null)) as {
    error?: { code?: string; message?: string; at?: number };
  } | null;
  const { code = "internal", message = `HTTP ${response.status}`, at = null } = body?.error ?? {};
  return new ApiError(message, { code, status: response.status, at });
}
