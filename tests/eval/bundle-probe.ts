import { fileURLToPath } from "node:url";

import { build, type Rollup } from "vite";

import { yamlData } from "../../wxt.config.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The detection code as one script that leaves `winnowProbe.probePage` behind in the page. */
export const bundleProbe = async (): Promise<string> => {
  const output = (await build({
    configFile: false,
    logLevel: "error",
    resolve: { alias: { "@": here("../../src") } },
    plugins: [yamlData()],
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
