import { join } from "node:path";

import { defineConfig } from "wxt";

import product from "../../../wxt.config.ts";
import { probeHost, productHost } from "./hosts.ts";

/**
 * The product as it is built for a store, with two additions that no other build has: the content script of
 * measurements, and a host of their own on which the product's content script runs.
 */
export default defineConfig({
  ...product,
  hooks: {
    "entrypoints:found": (_, found) => {
      found.push({
        name: "bench",
        inputPath: join(import.meta.dirname, "../probe/probe.ts"),
        type: "content-script",
      });
    },
    "build:manifestGenerated": (_, manifest) => {
      const own = manifest.content_scripts?.find(({ js }) => js?.some((file) => file.endsWith("/content.js")));
      if (!own?.matches) throw new Error("The build has no content script.");
      own.matches.push(`${productHost}/*`);
      manifest.host_permissions = [...(manifest.host_permissions ?? []), `${productHost}/*`, `${probeHost}/*`];
    },
  },
});
