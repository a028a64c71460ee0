import { i18n } from "#i18n";
import type { Problem } from "@/model/problem.ts";

/** Looks a text up in the message files of the user's language; keys and placeholders are checked by type. */
export const messageText = i18n.t;

/** Puts a problem into words. A problem whose code has no sentence yet is named by its code rather than hidden. */
export function problemText(problem: Problem): string {
  // Names of messages may hold letters, digits and underscores only.
  const key = `problem.${problem.code.replaceAll("-", "_")}`;
  const text = (i18n.t as (key: string, args: string[]) => string)(key, [...problem.args]);
  return text === "" ? [problem.code, ...problem.args].join(" ") : text;
}
