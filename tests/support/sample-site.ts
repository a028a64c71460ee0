import { readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";

import { headersOf } from "./browser-engine.ts";
import type { ServedPage, ServedPages } from "./browser-engine.ts";

const folder = join(import.meta.dirname, "../sample");

const contentTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** The files of the sample site, a document library, by their names. */
const sampleFiles = (): ReadonlyMap<string, ServedPage> =>
  new Map(
    readdirSync(folder).map((name) => [
      name,
      { body: readFileSync(join(folder, name)), contentType: contentTypes[extname(name)] ?? "text/plain" },
    ]),
  );

/** The sample site's pages under a host name, for a browser under test. */
export const samplePages = (origin: string): ServedPages =>
  new Map([...sampleFiles()].map(([name, page]) => [`${origin}/${name}`, page]));

/** Serves the sample site on this machine alone. */
export const serveSampleSite = async (): Promise<{ readonly address: string; readonly close: () => void }> => {
  const files = sampleFiles();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const page = files.get(pathname === "/" ? "index.html" : pathname.slice(1));
    response.writeHead(page ? 200 : 404, headersOf(page ?? { body: "", contentType: "text/plain" }));
    response.end(page?.body ?? "Not found");
  });
  await new Promise<void>((listening) => server.listen(0, "localhost", listening));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${port}/index.html`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
};
