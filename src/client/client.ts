/** Asks a running `hearsay serve`: the paths of docs/api.md, typed by its schemas. For browsers and Node; it needs nothing else. */
import { ApiError, refusalOf, UNREACHABLE } from "./api-error.ts";
import { eventsIn } from "./events.ts";
import type { Answer, Deletes, Fields, Files, Gets, Posts, Streams } from "./routes.ts";
import { addressOf } from "./url.ts";

/** Requests that change something carry it, which no foreign page can do. */
const OWN_HEADER = "x-hearsay";

export interface ClientOptions {
  /** Where the server is, such as `http://127.0.0.1:4277`; left out in pages of the server itself. */
  base?: string;
  /** The token that the server printed, where it can be reached from other machines. */
  token?: string;
  /** What asks, in place of the global `fetch`. */
  fetch?: typeof globalThis.fetch;
}

export interface Asking {
  signal?: AbortSignal;
}

/** Arguments after the path: none are needed where the path needs none. */
type With<F, More extends unknown[]> = object extends F ? [fields?: F, ...more: More] : [fields: F, ...more: More];

/** Every method rejects with an `ApiError`, or with what `fetch` throws where the signal ended it. */
export interface Client {
  /** Asks for JSON. */
  get<P extends keyof Gets>(path: P, ...rest: With<Fields<P, Gets>, [Asking?]>): Promise<Answer<P, Gets>>;
  /** Sends something that changes the archive: JSON, or a form with files. */
  post<P extends keyof Posts>(
    path: P,
    fields: Fields<P, Posts>,
    body: Posts[P]["body"],
    asking?: Asking,
  ): Promise<Answer<P, Posts>>;
  delete<P extends keyof Deletes>(path: P, ...rest: With<Fields<P, Deletes>, [Asking?]>): Promise<Answer<P, Deletes>>;
  /** Asks for a file; the answer may be read as text, bytes or a stream. */
  file<P extends keyof Files>(path: P, ...rest: With<Fields<P, Files>, [Asking?]>): Promise<Response>;
  /** Listens until the server ends the stream, the signal is given, or the loop is left. */
  listen<P extends keyof Streams>(
    path: P,
    ...rest: With<Fields<P, Streams>, [Asking?]>
  ): AsyncGenerator<Answer<P, Streams>>;
  /** The address of a path, for links. */
  url<P extends keyof Files | keyof Gets>(path: P, ...rest: With<Fields<P, Files & Gets>, []>): string;
}

/** A client of the server at `base`. */
export function connect(options: ClientOptions = {}): Client {
  const base = (options.base ?? "").replace(/\/$/, "");
  const own: Record<string, string> = options.token === undefined ? {} : { authorization: `Bearer ${options.token}` };

  async function ask(method: string, path: string, fields: object | undefined, more: RequestInit = {}) {
    const asks = options.fetch ?? globalThis.fetch;
    const headers = { ...own, ...(method === "GET" ? {} : { [OWN_HEADER]: "1" }), ...(more.headers as object) };
    let response: Response;
    try {
      response = await asks(base + addressOf(path, fields), { ...more, method, headers, credentials: "same-origin" });
    } catch (error) {
      if (more.signal?.aborted) throw error;
      throw new ApiError("the server cannot be reached", { code: UNREACHABLE });
    }
    if (!response.ok) throw await refusalOf(response);
    return response;
  }
  const json = async (method: string, path: string, fields?: object, more?: RequestInit): Promise<never> =>
    (await ask(method, path, fields, more)).json() as Promise<never>;

  return {
    get: (path, ...[fields, asking]) => json("GET", path, fields, asking),
    post(path, fields, body, asking) {
      if (body === undefined || body instanceof FormData)
        return json("POST", path, fields, { ...asking, body: body ?? null });
      const headers = { "content-type": "application/json" };
      return json("POST", path, fields, { ...asking, body: JSON.stringify(body), headers });
    },
    delete: (path, ...[fields, asking]) => json("DELETE", path, fields, asking),
    file: (path, ...[fields, asking]) => ask("GET", path, fields, asking),
    async *listen(path, ...[fields, asking]) {
      const { body } = await ask("GET", path, fields, asking);
      if (body) yield* eventsIn(body) as AsyncGenerator<never>;
    },
    url: (path, ...[fields]) => base + addressOf(path, fields),
  };
}
