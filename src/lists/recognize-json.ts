import type { ImportFormat, RecognizedFormat } from "./imported-lists.ts";
import { firstOf, isFields, objectsIn } from "./json-fields.ts";
import { isHighlightThis } from "./read-highlight-this.ts";
import { markMySearchLists } from "./read-mark-my-search.ts";
import { winnowFormat } from "./winnow-file.ts";

const has = (value: unknown, ...names: readonly string[]): boolean =>
  isFields(value) && names.every((name) => Object.hasOwn(value, name));

const isRecipe = (value: unknown): boolean => isFields(value) && Array.isArray(value["pages"]);

/** What of a format's JSON no other one has, by the names that are its sign. */
const signs: readonly (readonly [ImportFormat, string, (json: unknown) => boolean])[] = [
  ["winnow", "format", (json) => isFields(json) && json["format"] === winnowFormat],
  ["ublacklist-backup", "blacklist", (json) => isFields(json) && typeof json["blacklist"] === "string"],
  ["ublacklist-backup", "serpInfoSettings", (json) => has(json, "serpInfoSettings", "subscriptions")],
  ["hohser", "domainName", (json) => objectsIn(json).some((entry) => has(entry, "domainName"))],
  ["highlight-this", "groups", (json) => isFields(json) && isFields(firstOf(json, "groups", "Groups"))],
  ["highlight-this", "Words", isHighlightThis],
  ["mark-my-search", "terms", (json) => markMySearchLists(json).length > 0],
  [
    "search-hit-hider",
    "entries",
    (json) => isFields(json) && objectsIn(json["entries"]).some((entry) => has(entry, "domain")),
  ],
  ["serpinfo", "pages", (json) => isRecipe(json) || (Array.isArray(json) && json.some(isRecipe))],
];

/** Tells whose file a parsed JSON text is; null where it is nobody's that is known. */
export const recognizeJson = (json: unknown): RecognizedFormat | null => {
  const [name, sign] = signs.find(([, , isOf]) => isOf(json)) ?? [];
  if (name === undefined || sign === undefined) return null;
  return { name, reason: { sign: "json-key", args: [sign] }, alternatives: [] };
};
