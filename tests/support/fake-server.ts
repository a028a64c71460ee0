/** What a server answers. */
export interface FakeAnswer {
  readonly status?: number;
  /** In one piece, or in several. */
  readonly body?: string | readonly Uint8Array[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Where a redirect leads; the address itself where there is none. */
  readonly url?: string;
  /** After its pieces the answer breaks off, or waits without end. */
  readonly end?: "broken" | "stalled";
}

export interface FakeServer {
  /** Stands in for `fetch`. */
  readonly request: typeof fetch;
  answer: FakeAnswer | null;
  /** The headers of each request, in order. */
  readonly asked: Record<string, string>[];
}

/** A server that gives one answer to everybody; null: it cannot be reached. */
export function fakeServer(answer: FakeAnswer | null = null): FakeServer {
  const server: FakeServer = {
    answer,
    asked: [],
    request: async (address, options = {}) => {
      server.asked.push({ ...(options.headers as Record<string, string>) });
      const given = server.answer;
      if (given === null) throw new TypeError("Failed to fetch");
      const { signal } = options;
      const own = typeof address === "string" ? address : "";
      const url = given.url ?? own;
      if (url !== own && options.redirect === "manual") {
        return Object.defineProperties(new Response(null), { type: { value: "opaqueredirect" }, status: { value: 0 } });
      }
      const pieces = typeof given.body === "string" ? [new TextEncoder().encode(given.body)] : [...(given.body ?? [])];
      const stream = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          const piece = pieces.shift();
          if (piece !== undefined) controller.enqueue(piece);
          else if (given.end === "broken") controller.error(new TypeError("network error"));
          else if (given.end !== "stalled") controller.close();
          else return new Promise(() => undefined);
          return undefined;
        },
        start: (controller) =>
          signal?.addEventListener("abort", () => {
            if (given.end === "stalled") controller.error(new DOMException("aborted", "AbortError"));
          }),
      });
      const status = given.status ?? 200;
      const response = new Response(status === 304 ? null : stream, { status, headers: { ...given.headers } });
      return Object.defineProperty(response, "url", { value: url });
    },
  };
  return server;
}
