import { parseAllDocuments, stringify } from "yaml";
import type { Document } from "yaml";

import type { Problem } from "@/model/problem.ts";
import type { UserRecipe } from "@/model/settings.ts";
import { readRecipe } from "@/recipes/read-recipe.ts";

type RecipeData = UserRecipe["data"];

/** Texts longer than this, in UTF-16 units, are no recipes: those of the largest engines have some 50,000. */
const longestText = 1_000_000;

/**
 * Values that one file may hold. YAML can refer to a part again and again, so that a short text unfolds into more than
 * a computer holds.
 */
const mostValues = 200_000;

/** How often a file may refer to its parts, as the parser counts it. */
const mostReferences = 10_000;

/** What such files are, for the browser. */
export const recipeFileType = "application/yaml";

/** What a text of recipes holds. */
export type RecipeFile =
  | {
      readonly ok: true;
      readonly recipes: readonly RecipeData[];
      /** What of them cannot be read and is passed over. */
      readonly problems: readonly Problem[];
    }
  | { readonly ok: false; readonly problem: Problem };

const failure = (code: string, ...args: readonly string[]): RecipeFile => ({ ok: false, problem: { code, args } });

/** The text of a file with these recipes: one YAML document each, with all keys they came with. */
export const writeRecipes = (recipes: readonly RecipeData[]): string =>
  recipes.map((data) => stringify(data, { aliasDuplicateObjects: false, lineWidth: 0 })).join("---\n");

/** Counts the values in a parsed document, shared parts as often as they occur, until there are too many. */
const holdsTooMuch = (document: unknown): boolean => {
  const open = [document];
  let seen = 0;
  while (open.length > 0 && seen <= mostValues) {
    const value = open.pop();
    seen += 1;
    if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) open.push(inner);
  }
  return seen > mostValues;
};

/** A document as plain data, with nothing in it that JSON does not know. */
const plainData = (document: Document): unknown => {
  const value: unknown = document.toJS({ maxAliasCount: mostReferences });
  if (holdsTooMuch(value)) throw new RangeError("The file unfolds into too much.");
  return JSON.parse(JSON.stringify(value ?? null));
};

/** What was meant: each document a recipe, or a list of them. */
const parse = (text: string): { readonly values: readonly unknown[] } | { readonly failed: RecipeFile } => {
  const documents = parseAllDocuments(text);
  const list = Array.isArray(documents) ? documents : [];
  const wrong = list.flatMap(({ errors }) => errors)[0];
  if (wrong) {
    const [message = ""] = wrong.message.split(/ at line |\n/u);
    return { failed: failure("recipe-file-line", String(wrong.linePos?.[0].line ?? 1), message) };
  }
  return { values: list.map(plainData).flat() };
};

/**
 * Reads a text of recipes, YAML or JSON: one, a list, or several YAML documents. Recipes of which nothing can be used
 * are left out and told; a text that is no YAML gives nothing but the line it goes wrong in.
 */
export const readRecipes = (text: string): RecipeFile => {
  if (text.length > longestText) return failure("recipe-file-too-large");
  if (text.trim() === "") return failure("recipe-file-empty");
  try {
    const parsed = parse(text.replace(/^\uFEFF/u, ""));
    if ("failed" in parsed) return parsed.failed;
    const read = parsed.values.filter((value) => value !== null).map((data) => ({ data, ...readRecipe(data) }));
    const problems = read.flatMap((one) => one.problems);
    const recipes = read.flatMap(({ data, recipe }) => (recipe === null ? [] : [data as RecipeData]));
    if (recipes.length === 0) {
      return { ok: false, problem: problems.at(-1) ?? { code: "recipe-file-empty", args: [] } };
    }
    return { ok: true, recipes, problems };
  } catch {
    // What nests or refers without end is refused by the parser or by the engine itself.
    return failure("recipe-file-too-large");
  }
};
