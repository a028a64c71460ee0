/** `npm run zip`: the archives that the browsers' stores take, and the sources that Firefox's store asks for. */
import { buildTargets } from "../support/build-extension.ts";
import { runTool } from "../support/run-tool.ts";

for (const target of buildTargets) {
  const { ok, output } = await runTool("wxt", ["zip", "--browser", target]);
  if (!ok) throw new Error(`The archive for ${target} could not be made.\n${output}`);
  for (const [line] of output.matchAll(/\.output\/\S+\.zip.*/g)) console.log(line);
}
