import type { Problem } from "@/model/problem.ts";

/** What a server said about a text, to ask it next time whether that is still so. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export const noValidators: Validators = { etag: null, lastModified: null };

/** What came of asking for a text. */
export type FetchedText =
  | ({ readonly kind: "text"; readonly text: string } & Validators)
  | { readonly kind: "unchanged" }
  | { readonly kind: "problem"; readonly problem: Problem };

/** What a server may take of time and room. */
export interface FetchLimits {
  /** Bytes; the longest public lists have a fifth of it. */
  readonly bytes: number;
  /** Milliseconds without an answer or a further byte of it, and in all. */
  readonly stall: number;
  readonly total: number;
}

/**
 * Chrome ends a service worker whose request has no answer after 30 s
 * (https://developer.chrome.com/docs/extensions/develop/concepts/service-workers/lifecycle), and with it the turns of
 * all other addresses. A server that is silent is given up before.
 */
const usualStall = 25_000;

const usualLimits: FetchLimits = { bytes: 32_000_000, stall: usualStall, total: 240_000 };

/** Ends fetching with a problem. */
class Refusal extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.code);
    this.problem = problem;
  }
}

const refuse = (code: string, ...args: readonly string[]): never => {
  throw new Refusal({ code, args });
};

/**
 * Fetches a text, without cookies and without saying from where. Nothing is thrown: what is no text, too large, too
 * slow, broken off or elsewhere than the address says is a problem.
 *
 * A redirect within the host is followed. Where it leads cannot be seen before it is followed, so the first request
 * follows none, and only if there is one, a second does.
 */
export async function fetchText(
  address: string,
  { etag, lastModified }: Validators,
  request: typeof fetch,
  limits: FetchLimits = usualLimits,
): Promise<FetchedText> {
  const stop = new AbortController();
  const headers: Record<string, string> = {
    ...(etag === null ? {} : { "If-None-Match": etag }),
    ...(lastModified === null ? {} : { "If-Modified-Since": lastModified }),
  };
  const options: RequestInit = {
    headers,
    signal: stop.signal,
    credentials: "omit",
    referrerPolicy: "no-referrer",
    // The conditions are our own; the browser's cache would answer in the server's place.
    cache: "no-store",
  };
  const total = setTimeout(() => stop.abort(), limits.total);
  const answer = async (redirect: RequestRedirect): Promise<Response> => {
    const stall = setTimeout(() => stop.abort(), limits.stall);
    try {
      return await request(address, { ...options, redirect });
    } finally {
      clearTimeout(stall);
    }
  };
  try {
    const first = await answer("manual");
    const response =
      first.type === "opaqueredirect" ? await followed(address, () => answer("follow"), stop.signal) : first;
    if (response.status === 304) return { kind: "unchanged" };
    if (!response.ok) refuse("subscription-status", String(response.status));
    if (/^\s*(?:text\/html|application\/xhtml)/iu.test(response.headers.get("Content-Type") ?? "")) {
      refuse("subscription-html");
    }
    const text = textOf(await readBytes(response, limits, () => stop.abort()));
    return {
      kind: "text",
      text,
      etag: response.headers.get("ETag"),
      lastModified: response.headers.get("Last-Modified"),
    };
  } catch (error) {
    if (error instanceof Refusal) return { kind: "problem", problem: error.problem };
    const code = stop.signal.aborted ? "subscription-stalled" : "subscription-unreachable";
    return { kind: "problem", problem: { code, args: [new URL(address).host] } };
  } finally {
    clearTimeout(total);
    stop.abort();
  }
}

/** Follows a redirect as far as it stays with the host: to another one the user gave no permission. */
async function followed(address: string, request: () => Promise<Response>, signal: AbortSignal): Promise<Response> {
  const { host } = new URL(address);
  // A host without permission lets nobody read its answer, so that it looks as if there were none.
  const response = await request().catch((error: unknown) => {
    if (signal.aborted) throw error;
    return null;
  });
  if (response === null) return refuse("subscription-redirected", host);
  const end = new URL(response.url);
  if (end.host !== host || end.protocol !== "https:") refuse("subscription-redirected-to", host, end.host);
  return response;
}

async function readBytes(response: Response, limits: FetchLimits, stop: () => void): Promise<Uint8Array> {
  const tooLarge = (): never => refuse("subscription-too-large", String(limits.bytes / 1_000_000));
  const said = Number(response.headers.get("Content-Length") ?? Number.NaN);
  if (said > limits.bytes) tooLarge();
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  for (;;) {
    const stall = setTimeout(stop, limits.stall);
    // oxlint-disable-next-line no-await-in-loop -- A stream is read piece by piece.
    const { done, value } = await reader.read().catch((error: unknown) => {
      // Once something has come, the server was reached.
      if (length === 0 || (error instanceof DOMException && error.name === "AbortError")) throw error;
      return refuse("subscription-broken-off");
    });
    clearTimeout(stall);
    if (done) break;
    length += value.byteLength;
    if (length > limits.bytes) {
      void reader.cancel().catch(() => undefined);
      tooLarge();
    }
    chunks.push(value);
  }
  // What is said of a packed answer is its length before it is unpacked.
  if (length < said && !response.headers.has("Content-Encoding")) refuse("subscription-broken-off");
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.byteLength;
  }
  return bytes;
}

/** The text of bytes in UTF-8, or in UTF-16 where they say so at their beginning. */
function textOf(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  let text = "";
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    refuse("subscription-encoding");
  }
  if (text.includes("\0")) refuse("subscription-encoding");
  // No list begins with markup, whatever the answer calls itself; one rule of uBlacklist only looks like it.
  if (/^\s*<(?!all_urls>)/u.test(text)) refuse("subscription-html");
  return text;
}
