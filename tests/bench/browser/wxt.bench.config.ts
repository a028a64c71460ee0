import { join } from "node:path";

import { defineConfig } from "wxt";

import product from "../../../wxt.config.ts";
import { productHost } from "./hosts.ts";

/** The mode of the build that profiles are made of; the other is minified as the product is. */
const profileMode = "profile";

/**
 * The product as it is built for a store, with two additions that no other build has: the content script of
 * measurements, and a host of their own on which the product's content script runs.
 */
export default defineConfig({
  ...product,
  vite: async (env) => {
    const config = (await product.vite?.(env)) ?? {};
    // A profile names functions and files.
    if (env.mode !== profileMode) return config;
    return { ...config, build: { ...config.build, minify: false, sourcemap: true } };
  },
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
      // As on a site that the user granted: with what finds results without a recipe from the start.
      manifest.content_scripts?.push({
        ...own,
        matches: [`${productHost}/*`],
        js: ["detector.js", ...(own.js ?? [])],
      });
      manifest.host_permissions = [...(manifest.host_permissions ?? []), `${productHost}/*`];
    },
  },
});
