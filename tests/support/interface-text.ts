import { readFileSync } from "node:fs";
import { join } from "node:path";

import { parse } from "yaml";

import { projectRoot } from "./run-tool.ts";

interface Texts {
  readonly [key: string]: string | Texts;
}

const english = parse(readFileSync(join(projectRoot, "assets/locales/en.yml"), "utf8")) as Texts;

/**
 * What the interface says in English, by the name of the message, so that tests hold to what stands in the message
 * file. The last part of a name may be a plural form, `1` or `n`.
 */
export const interfaceText = (name: string, ...args: readonly string[]): string => {
  let found: string | Texts | undefined = english;
  for (const part of name.split(".")) found = typeof found === "object" ? found[part] : undefined;
  if (typeof found !== "string") throw new Error(`There is no message ${name}.`);
  return found.replaceAll(/\$(\d)/g, (_, place: string) => args[Number(place) - 1] ?? "");
};
