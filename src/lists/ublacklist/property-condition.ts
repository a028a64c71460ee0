import { all, any, not } from "@/filters/condition.ts";
import type { Condition } from "@/filters/condition.ts";
import { asciiHost } from "@/matching/ascii-host.ts";
import type { Problem } from "@/model/problem.ts";
import type { FieldName } from "@/model/result.ts";

import { escapeRegex } from "../regex-text.ts";
import { exactHost } from "./match-pattern-condition.ts";
import { addressRegexOf } from "./path-regex.ts";

export type StringOperator = "=" | "^=" | "$=" | "*=";

/** What a property of a result is compared with. */
export type Comparison =
  | { readonly kind: "string"; readonly operator: StringOperator; readonly text: string; readonly ignoreCase: boolean }
  | { readonly kind: "regex"; readonly source: string; readonly flags: string };

/** The properties that are fields of a result in Winnow, too. */
const fieldOf: ReadonlyMap<string, FieldName> = new Map([
  ["url", "url"],
  ["u", "url"],
  ["title", "title"],
  ["t", "title"],
  ["host", "site"],
  ["snippet", "snippet"],
  ["meta", "meta"],
]);

const inField = (field: FieldName, source: string, flags: string): Condition => ({
  kind: "text",
  form: "regex",
  field,
  text: `/${source}/${flags}`,
});

/** A character that no text has. */
const noCharacter = "\uFFFF";

/**
 * A regular expression in a field, also where it finds nothing in an empty one: what Winnow finds has a length, so that
 * this is said as the field having no character. What finds nothing in any text holds for all of them.
 */
const foundInField = (field: FieldName, source: string, flags: string): Condition => {
  const expression = new RegExp(source, flags);
  if (!expression.test("")) return inField(field, source, flags);
  const always = expression.test(noCharacter);
  return any([not(inField(field, "[^]", "")), inField(field, always ? "[^]" : source, always ? "" : flags)]);
};

const sourceOf = ({ operator, text }: Extract<Comparison, { kind: "string" }>): string => {
  const start = operator === "=" || operator === "^=" ? "^" : "";
  const end = operator === "=" || operator === "$=" ? "$" : "";
  return start + escapeRegex(text) + end;
};

/** A host's comparison, with the site in front of it wherever one follows from it. */
const hostCondition = (comparison: Comparison): Condition => {
  if (comparison.kind === "regex") return inField("site", comparison.source, comparison.flags);
  const { operator, text, ignoreCase } = comparison;
  const asked = inField("site", sourceOf(comparison), ignoreCase ? "i" : "");
  const name = operator === "$=" && text.startsWith(".") ? text.slice(1) : text;
  // A host is in small letters: capital ones are never found unless case is ignored.
  const host = ignoreCase || text === text.toLowerCase() ? asciiHost(name) : null;
  if (host !== name.toLowerCase()) return asked;
  if (operator === "=") return exactHost(host);
  return operator === "$=" && name !== text ? all([{ kind: "site", host }, asked]) : asked;
};

/** No address begins so: what can never be true of a result, while its opposite always is. */
export const never = inField("url", "^#", "");

/** A property that a recipe may give results. Conditions stand on one line, so that only plain texts are quoted. */
const recipeProperty = (name: string, comparison: Comparison): Condition => {
  if (comparison.kind === "string" && comparison.operator === "=" && !comparison.ignoreCase) {
    const { text } = comparison;
    if (text.trim() !== "" && !/\p{C}/u.test(text)) return { kind: "property", name, form: "exact", text };
  }
  const [source, flags] =
    comparison.kind === "regex"
      ? [comparison.source, comparison.flags]
      : [sourceOf(comparison), comparison.ignoreCase ? "i" : ""];
  return { kind: "property", name, form: "regex", text: `/${source}/${flags}` };
};

/** Path and query begin after the host and end before the fragment. */
const pathCondition = (comparison: Comparison): Condition => {
  if (comparison.kind === "regex") {
    const source = addressRegexOf(comparison.source, comparison.flags);
    // A path is one line, so that what a line's ends are makes no difference.
    return source === null
      ? recipeProperty("path", comparison)
      : inField("url", source, comparison.flags.replace("m", ""));
  }
  const { operator, text, ignoreCase } = comparison;
  const flags = ignoreCase ? "i" : "";
  if (text.includes("#")) return never;
  const host = String.raw`^https?:\/\/[^\/]+`;
  const atStart = operator === "=" || operator === "^=";
  if (atStart && !text.startsWith("/")) return never;
  const before = atStart ? "" : text.startsWith("/") ? String.raw`(?:\/[^#]*)?` : String.raw`\/[^#]*`;
  const after = operator === "=" || operator === "$=" ? "(?:#|$)" : "";
  return inField("url", host + before + escapeRegex(text) + after, flags);
};

/** The scheme is http or https, so that any comparison is settled beforehand. */
const schemeCondition = (comparison: Comparison): Condition => {
  const expression =
    comparison.kind === "regex"
      ? new RegExp(comparison.source, comparison.flags)
      : new RegExp(sourceOf(comparison), comparison.ignoreCase ? "i" : "");
  const fitting = ["http", "https"].filter((scheme) => expression.test(scheme));
  if (fitting.length === 0) return never;
  return inField("url", `^${fitting.length === 2 ? "https?" : fitting[0]}:`, "");
};

/** Every text begins with an empty one, ends with it and holds it; only an empty text is equal to it. */
const emptyTextCondition = (
  property: string,
  comparison: Extract<Comparison, { kind: "string" }>,
): Condition | Problem => {
  if (property === "scheme") return schemeCondition(comparison);
  if (property === "path") return comparison.operator === "=" ? never : foundInField("url", "", "");
  const field = fieldOf.get(property);
  return field === undefined ? { code: "import-empty-text", args: [] } : foundInField(field, sourceOf(comparison), "");
};

/**
 * The condition that a comparison of a result's property stands for. What is no field here is a property that recipes
 * may give, such as `$site` and `$category`: where they give none, a comparison is false and its opposite true.
 */
export const propertyCondition = (property: string, comparison: Comparison): Condition | Problem => {
  if (comparison.kind === "string" && comparison.text === "") return emptyTextCondition(property, comparison);
  if (property === "host") return hostCondition(comparison);
  if (property === "path") return pathCondition(comparison);
  if (property === "scheme") return schemeCondition(comparison);
  const field = fieldOf.get(property);
  if (field === undefined) return recipeProperty(property, comparison);
  return comparison.kind === "regex"
    ? foundInField(field, comparison.source, comparison.flags)
    : inField(field, sourceOf(comparison), comparison.ignoreCase ? "i" : "");
};
