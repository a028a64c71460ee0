import { join } from "node:path";

import { projectRoot, runTool } from "./run-tool.ts";

/** The browsers that wxt builds for, as it names them. */
export const buildTargets = ["chrome", "firefox"] as const;
export type BuildTarget = (typeof buildTargets)[number];

/** The folder with the unpacked production build for one browser. */
export const builtExtension = (target: BuildTarget): string => join(projectRoot, ".output", `${target}-mv3`);

/** Builds the extension for one browser and gives its folder; throws with the build's messages when it fails. */
export const buildExtension = async (target: BuildTarget): Promise<string> => {
  const { ok, output } = await runTool("wxt", ["build", "--browser", target]);
  if (!ok) throw new Error(`The build for ${target} failed.\n${output}`);
  return builtExtension(target);
};
