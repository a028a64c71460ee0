import { join } from "node:path";
import { fileURLToPath } from "node:url";

import type { BuildTarget } from "../../support/build-extension.ts";
import { projectRoot, runTool } from "../../support/run-tool.ts";

const config = fileURLToPath(import.meta.resolve("./wxt.bench.config.ts"));

/**
 * Builds the extension with the content script of measurements in it, into a folder of its own, and gives that.
 *
 * @param mode `bench` as the product is built; `profile` with all names in it
 */
export const buildForBench = async (target: BuildTarget, mode: "bench" | "profile"): Promise<string> => {
  const { ok, output } = await runTool("wxt", ["build", "--config", config, "--mode", mode, "--browser", target]);
  if (!ok) throw new Error(`The build for measurements failed.\n${output}`);
  return join(projectRoot, ".output", `${target}-mv3-${mode}`);
};
