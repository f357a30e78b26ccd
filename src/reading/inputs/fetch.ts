/** Fetches one article at the user's request: bounded in size, time and redirects, and kept off the local network. */
import { lookup as systemLookup } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { EXIT, NotAnArticleError, UnreadableError } from "../../error.ts";
import { isPublic } from "./address.ts";
import { LARGEST_ARTICLE, unpack } from "./decode.ts";

export const LONGEST_MS = 20_000;
export const MOST_REDIRECTS = 5;
const AGENT = "Hearsay/0.1 (reads one article at its user's request)";
const READABLE =
  /^(?:text\/(?:html|plain|markdown|xml|rtf)|application\/(?:(?:xhtml|rss|atom|rdf)\+xml|xml|(?:feed\+)?json|pdf|rtf))/i;

export interface Fetched {
  bytes: Uint8Array;
  /** Character set of the content-type header; `null` when it names none. */
  charset: string | null;
  html: boolean;
  /** The address after redirects. */
  url: string;
}

/** Fetches `url`. Throws `UnreadableError` or `NotAnArticleError` with one clear line. */
export async function fetchArticle(url: string, allowPrivate: boolean): Promise<Fetched> {
  const deadline = AbortSignal.timeout(LONGEST_MS);
  let at = url;
  for (let hop = 0; hop <= MOST_REDIRECTS; hop++) {
    const response = await get(parse(at, url), allowPrivate, deadline, url);
    const status = response.statusCode ?? 0;
    const location = response.headers.location;
    if (status >= 300 && status < 400 && location) {
      response.destroy();
      at = new URL(location, at).href;
      continue;
    }
    if (status !== 200) {
      response.destroy();
      throw new UnreadableError(
        `${url}: the server answered ${status}; open it in a browser and save the page instead`,
      );
    }
    return read(response, at, deadline);
  }
  throw new UnreadableError(`${url}: more than ${MOST_REDIRECTS} redirects; give the final address`, EXIT.limit);
}

function parse(address: string, given: string): URL {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UnreadableError(`${given}: only http and https addresses can be read`);
  return url;
}

/** Resolves the host, refuses private addresses, and connects to the address that was checked (no second look-up). */
const guarded =
  (allowPrivate: boolean): LookupFunction =>
  (host, options, done) => {
    systemLookup(host, { ...options, all: true }, (error, addresses) => {
      if (error) return done(error, []);
      const list = addresses as { address: string; family: number }[];
      const bad = allowPrivate ? undefined : list.find(({ address }) => !isPublic(address));
      if (bad) return done(new PrivateAddress(bad.address), []);
      if (options.all) return done(null, list);
      const [head] = list;
      return done(null, head?.address ?? "", head?.family);
    });
  };

class PrivateAddress extends Error {}

function get(url: URL, allowPrivate: boolean, signal: AbortSignal, given: string): Promise<http.IncomingMessage> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const refuse = (): UnreadableError =>
    new UnreadableError(
      `${given}: leads to an address of this machine or a private network; add --allow-private if that is meant`,
    );
  if (isIP(host) && !allowPrivate && !isPublic(host)) return Promise.reject(refuse());
  return new Promise((resolve, reject) => {
    const request = (url.protocol === "https:" ? https : http).get(
      url,
      {
        signal,
        agent: false,
        lookup: guarded(allowPrivate),
        headers: {
          "user-agent": AGENT,
          accept: "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,text/plain;q=0.9,*/*;q=0.1",
          "accept-encoding": "gzip, identity",
        },
      },
      resolve,
    );
    request.on("error", (error: NodeJS.ErrnoException) => {
      if (error instanceof PrivateAddress) reject(refuse());
      else if (signal.aborted) reject(tooSlow(given));
      else
        reject(
          new UnreadableError(
            `${given}: cannot be reached (${error.code ?? "no connection"}); check the address and the network`,
          ),
        );
    });
  });
}

const tooSlow = (url: string): UnreadableError =>
  new UnreadableError(
    `${url}: took longer than ${LONGEST_MS / 1000} seconds; try again or save the page instead`,
    EXIT.limit,
  );

async function read(response: http.IncomingMessage, url: string, signal: AbortSignal): Promise<Fetched> {
  const type = response.headers["content-type"] ?? "text/html";
  if (!READABLE.test(type)) {
    response.destroy();
    throw new NotAnArticleError(`${url}: is ${type.split(";")[0]}, not a page of text`, EXIT.binary);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > LARGEST_ARTICLE)
        throw new UnreadableError(`${url}: is larger than ${LARGEST_ARTICLE / 1024 / 1024} MB`, EXIT.limit);
      chunks.push(chunk);
    }
  } catch (error) {
    response.destroy();
    if (error instanceof UnreadableError) throw error;
    if (signal.aborted) throw tooSlow(url);
    throw new UnreadableError(`${url}: the connection broke off; try again`);
  }
  const bytes = unpack(Buffer.concat(chunks), url, LARGEST_ARTICLE);
  const charset = /charset=["']?([\w-]+)/i.exec(type)?.[1] ?? null;
  return { bytes, charset, html: !/^text\/(?:plain|markdown)/i.test(type), url };
}
