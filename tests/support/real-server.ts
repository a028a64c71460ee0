import { createServer } from "node:http";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect } from "node:net";
import type { AddressInfo, Server, Socket } from "node:net";

import { selfSignedCertificate } from "./self-signed-certificate.ts";

/** How a server answers one request; `address` is the whole address that was asked for. */
export type RealAnswer = (address: URL, request: IncomingMessage, response: ServerResponse) => void;

/** Servers under many host names, with and without encryption, for browsers that ask through a proxy. */
export interface RealServer {
  /** The port of the proxy on this machine. */
  readonly proxy: number;
  /** Each request that came, in order. */
  readonly asked: readonly { readonly address: string; readonly headers: IncomingMessage["headers"] }[];
  answer: RealAnswer;
  readonly close: () => Promise<void>;
}

const domain = "example";
const isBelowDomain = (host: string): boolean => host.endsWith(`.${domain}`);

const listen = async (server: Server): Promise<number> => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return (server.address() as AddressInfo).port;
};

/**
 * Starts servers, and a proxy that leads to them and to nothing else. What goes over it are real connections: TLS with
 * a certificate that the browser has to be told to take, HTTP with whatever the answer does to it.
 *
 * @param isServed the hosts that the proxy leads to; by default those below `.example`
 */
export const startRealServer = async (answer: RealAnswer, isServed = isBelowDomain): Promise<RealServer> => {
  const asked: RealServer["asked"][number][] = [];
  const sockets = new Set<Socket>();
  const listener: RequestListener = (request, response) => {
    const scheme = "encrypted" in request.socket ? "https" : "http";
    // Through a proxy, the whole address is asked for where it is not encrypted.
    const address = new URL(request.url ?? "/", `${scheme}://${request.headers.host ?? ""}`);
    asked.push({ address: address.href, headers: request.headers });
    if (isServed(address.hostname)) server.answer(address, request, response);
    else response.writeHead(403).end();
  };
  const secure = createSecureServer(selfSignedCertificate(domain), listener);
  const securePort = await listen(secure);
  const proxy = createServer(listener);
  proxy.on("connect", (request: IncomingMessage, socket: Socket, head: Buffer) => {
    const host = (request.url ?? "").replace(/:\d+$/u, "");
    if (!isServed(host)) return void socket.end("HTTP/1.1 403 Forbidden\r\n\r\n");
    const through = connect(securePort, "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      through.write(head);
      through.pipe(socket).pipe(through);
    });
    // An end that breaks off takes the other along.
    for (const [one, other] of [
      [socket, through],
      [through, socket],
    ] as const) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  for (const one of [secure, proxy]) {
    one.on("connection", (socket: Socket) => {
      sockets.add(socket);
      socket.on("close", () => sockets.delete(socket));
      socket.on("error", () => undefined);
    });
  }
  const server: RealServer = {
    proxy: await listen(proxy),
    asked,
    answer,
    close: async () => {
      const closed = [secure, proxy].map((one) => new Promise<void>((done) => one.close(() => done())));
      for (const socket of sockets) socket.destroy();
      await Promise.all(closed);
    },
  };
  return server;
};
