import { buildFor } from "./browser-under-test.ts";
import { browserNames, provideBrowsers } from "./find-browsers.ts";

/** Vitest's set-up for the end-to-end tests: both browsers are there, and the build in them is that of the sources. */
export const setup = async (): Promise<void> => {
  provideBrowsers(browserNames);
  // `npm test` has just built and says so.
  if (process.env["WINNOW_BUILT"] === "1") return;
  for (const name of browserNames) await buildFor(name);
};
