import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { build, type Rollup } from "vite";
import { parse } from "yaml";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The detection code as one script that leaves `winnowProbe.probePage` behind in the page. */
export const bundleProbe = async (): Promise<string> => {
  const output = (await build({
    configFile: false,
    logLevel: "error",
    resolve: { alias: { "@": here("../../src") } },
    plugins: [
      {
        name: "yaml-data",
        enforce: "pre",
        load: (id) =>
          id.endsWith(".yml") ? `export default ${JSON.stringify(parse(readFileSync(id, "utf8")))};` : null,
      },
    ],
    build: {
      write: false,
      target: "es2023",
      minify: true,
      lib: { entry: here("./probe.ts"), formats: ["iife"], name: "winnowProbe" },
    },
  })) as Rollup.RollupOutput | readonly Rollup.RollupOutput[];
  const first = Array.isArray(output) ? (output as readonly Rollup.RollupOutput[])[0] : (output as Rollup.RollupOutput);
  const chunk = first?.output.find((part) => part.type === "chunk");
  if (!chunk) throw new Error("The detection code could not be bundled.");
  return chunk.code;
};
