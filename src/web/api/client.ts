/** Talks to the server of this page. Errors carry the one line that the server says. */

export class ApiError extends Error {
  readonly code: string;
  /** Where in a query the mistake stands, in UTF-16 units. */
  readonly at: number | null;
  constructor(message: string, code: string, at: number | null = null) {
    super(message);
    this.code = code;
    this.at = at;
  }
}

/** The code of an error when the server cannot be reached at all. */
export const UNREACHABLE = "unreachable";

/** @throws ApiError; an aborted question throws what `fetch` throws. */
export const get = <T>(path: string, signal?: AbortSignal): Promise<T> => ask<T>(path, { signal: signal ?? null });

/** Sends something that changes the archive. @throws ApiError */
export function send<T>(method: "POST" | "DELETE", path: string, body?: unknown): Promise<T> {
  const form = body instanceof FormData;
  const headers: Record<string, string> = { "x-hearsay": "1" };
  if (body !== undefined && !form) headers["content-type"] = "application/json";
  return ask<T>(path, { method, headers, body: form ? body : body === undefined ? null : JSON.stringify(body) });
}

async function ask<T>(path: string, init: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { ...init, credentials: "same-origin" });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new ApiError("", UNREACHABLE);
  }
  const body = (await response.json().catch(() => null)) as T & {
    error?: { code: string; message: string; at?: number };
  };
  if (!response.ok) {
    const told = body?.error;
    throw new ApiError(told?.message ?? `HTTP ${response.status}`, told?.code ?? "internal", told?.at ?? null);
  }
  return body;
}
