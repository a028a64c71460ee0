import { Composer, Lexer, LineCounter, Parser, stringify } from "yaml";
import type { CST, Document } from "yaml";

import type { Problem } from "@/model/problem.ts";
import type { UserRecipe } from "@/model/settings.ts";
import { readRecipe } from "@/recipes/read-recipe.ts";

import type { StepwiseReading } from "./imported-lists.ts";

type RecipeData = UserRecipe["data"];

/** Texts longer than this, in UTF-16 units, are no recipes: those of the largest engines have some 50,000. */
const longestText = 1_000_000;

/**
 * The same for each document of a YAML text: what is made of a document at once would otherwise take longer than a task
 * may. A collection of many recipes has a document for each, or is JSON.
 */
const longestDocument = 100_000;

/** Pieces of YAML that are read in one step, a few milliseconds' work. */
const piecesInStep = 500;

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

/** Something that is wrong with the whole text, where it is known where. */
class RecipeFileError extends Error {
  readonly failed: RecipeFile;

  constructor(failed: RecipeFile) {
    super("The text holds no recipes.");
    this.failed = failed;
  }
}

/** The documents of a text, as the parser's tokens; this is most of the work. */
function* tokensOf(text: string, lines: LineCounter): StepwiseReading<readonly CST.Token[]> {
  const parser = new Parser(lines.addNewLine);
  const tokens: CST.Token[] = [];
  let pieces = 0;
  for (const piece of new Lexer().lex(text)) {
    for (const token of parser.next(piece)) tokens.push(token);
    if (++pieces % piecesInStep === 0) yield;
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** What was meant: each document a recipe, or a list of them. */
function* parseYaml(text: string): StepwiseReading<readonly unknown[]> {
  const lines = new LineCounter();
  const tokens = yield* tokensOf(text, lines);
  // Comparing each key with all others would take the square of their number.
  const composer = new Composer({ uniqueKeys: false });
  const values: unknown[] = [];
  const add = (document: Document): void => {
    const [wrong] = document.errors;
    if (wrong) {
      const line = String(lines.linePos(wrong.pos[0]).line);
      throw new RecipeFileError(failure("recipe-file-line", line, wrong.message));
    }
    values.push(plainData(document));
  };
  let end = text.length;
  for (const token of tokens.toReversed()) {
    if (token.type !== "document") continue;
    if (end - token.offset > longestDocument) {
      throw new RecipeFileError(failure("recipe-file-long-document", String(longestDocument)));
    }
    end = token.offset;
  }
  for (const token of tokens) {
    for (const document of composer.next(token)) add(document);
    yield;
  }
  for (const document of composer.end()) add(document);
  return values.flat();
}

const parseJson = (text: string): readonly unknown[] | null => {
  if (!/^\s*[[{]/u.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    if (holdsTooMuch(value)) throw new RangeError("The file holds too much.");
    return [value].flat();
  } catch (error) {
    // YAML allows for more.
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

/**
 * Reads a text of recipes, YAML or JSON, step by step: one, a list, or several YAML documents. Recipes of which nothing
 * can be used are left out and told; a text that is no YAML gives nothing but the line it goes wrong in.
 */
export function* readRecipes(text: string): StepwiseReading<RecipeFile> {
  if (text.length > longestText) return failure("recipe-file-too-large");
  if (text.trim() === "") return failure("recipe-file-empty");
  try {
    const plain = text.replace(/^\uFEFF/u, "");
    const values = parseJson(plain) ?? (yield* parseYaml(plain));
    const problems: Problem[] = [];
    const recipes: RecipeData[] = [];
    for (const data of values) {
      if (data === null) continue;
      const { recipe, problems: some } = readRecipe(data);
      problems.push(...some);
      if (recipe !== null) recipes.push(data as RecipeData);
      yield;
    }
    if (recipes.length === 0) {
      return { ok: false, problem: problems.at(-1) ?? { code: "recipe-file-empty", args: [] } };
    }
    return { ok: true, recipes, problems };
  } catch (error) {
    if (error instanceof RecipeFileError) return error.failed;
    // What nests or refers without end is refused by the parser or by the engine itself.
    return failure("recipe-file-too-large");
  }
}
