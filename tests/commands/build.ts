/** `npm run build`: the extension for both browsers, unpacked, in `.output/chrome-mv3` and `.output/firefox-mv3`. */
import { relative } from "node:path";

import { buildExtension, buildTargets } from "../support/build-extension.ts";
import { projectRoot } from "../support/run-tool.ts";

for (const target of buildTargets) {
  console.log(`Built ${relative(projectRoot, await buildExtension(target))}`);
}
