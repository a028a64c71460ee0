import { registerHooks } from "node:module";
import { pathToFileURL } from "node:url";

import { projectRoot } from "./run-tool.ts";

/** Lets Node find the extension's own code by the alias that its bundler knows, in whatever is imported afterwards. */
export const resolveSourceAlias = (): void => {
  registerHooks({
    resolve: (specifier, context, next) =>
      next(
        specifier.startsWith("@/") ? pathToFileURL(`${projectRoot}/src/${specifier.slice(2)}`).href : specifier,
        context,
      ),
  });
};
