import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

import { parse } from "yaml";

import { builtExtension } from "../support/build-extension.ts";
import { projectRoot } from "../support/run-tool.ts";

/**
 * The most that the content script may weigh, compressed, in bytes. It is read on every page with results before
 * anything shows, so its growth must be a decision. Recipes are data that grows with every site and count apart.
 */
const budget = 60_000;

const recipeFolder = join(projectRoot, "src/recipes/sites");

const compressed = (data: string | Buffer): number => gzipSync(data, { level: 9 }).length;

/** What a content script weighs, compressed and without recipes, in bytes, and what it may. */
interface Weight {
  readonly ok: boolean;
  readonly code: number;
  readonly text: string;
}

/** Weighs the content script of a build against its budget. */
export const measureContentScript = (folder = builtExtension("chrome")): Weight => {
  const whole = compressed(readFileSync(join(folder, "content-scripts/content.js")));
  const data = readdirSync(recipeFolder).map((name): unknown => parse(readFileSync(join(recipeFolder, name), "utf8")));
  const recipes = compressed(JSON.stringify(data));
  const code = whole - recipes;
  const inKilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
  return {
    ok: code <= budget,
    code,
    text: `${inKilobytes(code)} of ${inKilobytes(budget)}, and ${inKilobytes(recipes)} of recipes (gzip)`,
  };
};
