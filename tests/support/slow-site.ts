import { createServer } from "node:http";
import type { RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/**
 * Answers `/search` with one page: its first piece at once, and the others with pauses between them as soon as the page
 * asks for `/go`.
 */
export const answerSlowly = (pieces: () => readonly string[], milliseconds: number): RequestListener => {
  let goOn = (): void => undefined;
  return (request, response) => {
    const send = async (): Promise<void> => {
      const [first = "", ...others] = pieces();
      const asked = new Promise<void>((resolve) => {
        goOn = resolve;
      });
      response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" });
      response.write(first);
      await asked;
      for (const piece of others) {
        response.write(piece);
        await pause(milliseconds);
      }
      response.end();
    };
    const path = request.url?.replace(/\?.*/s, "");
    if (path === "/search") {
      void send();
      return;
    }
    if (path === "/go") goOn();
    response.writeHead(path === "/go" ? 204 : 404).end();
  };
};

/** Serves such a page on this machine alone. */
export const serveSlowly = async (
  pieces: readonly string[],
  milliseconds: number,
): Promise<{ readonly address: string; readonly close: () => void }> => {
  const server = createServer(answerSlowly(() => pieces, milliseconds));
  await new Promise<void>((listening) => server.listen(0, "localhost", listening));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}/search`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
