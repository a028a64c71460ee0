import { readdirSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { builtInMatches, builtInRecipes } from "@/recipes/built-in.ts";
import { compileMatchPattern } from "@/recipes/match-pattern.ts";
import { pagesFor } from "@/recipes/pages-for.ts";
import { readRecipe } from "@/recipes/read-recipe.ts";

import { recipePages } from "../../dom/detection/recipe-pages.ts";

const pagesAt = (address: string): readonly string[] =>
  builtInRecipes
    .filter((recipe) => pagesFor(recipe, new URL(address), "desktop", () => false).length > 0)
    .map(({ name }) => name);

describe("the built-in recipes", () => {
  test.each(builtInRecipes.map((recipe) => [recipe.name, recipe] as const))("%s is read without loss", (_, recipe) => {
    expect(readRecipe(recipe).problems).toEqual([]);
  });

  test("are all the files of the folder", () => {
    const files = readdirSync(join(import.meta.dirname, "../../../src/recipes/sites"));
    expect(builtInRecipes).toHaveLength(files.filter((file) => file.endsWith(".yml")).length);
  });

  test("each have a page that proves them", () => {
    const proven = new Set(recipePages.map(({ recipe }) => recipe));
    expect(builtInRecipes.map(({ name }) => name).filter((name) => !proven.has(name))).toEqual([]);
  });

  test.each([
    ["https://www.google.com/search?q=x", ["Google"]],
    ["https://www.google.com.tr/search?q=x&udm=14", ["Google"]],
    ["https://www.google.com/search?q=x&udm=2", []],
    ["https://www.google.com/search?tbm=isch&q=x", []],
    ["https://www.google.com/maps", []],
    ["https://www.google.evil.example/search?q=x", []],
    ["https://scholar.google.de/scholar?q=x", ["Google Scholar"]],
    ["https://cn.bing.com/search?q=x", ["Bing"]],
    ["https://www.bing.com/images/search?q=x", []],
    ["https://duckduckgo.com/?q=x", ["DuckDuckGo"]],
    ["https://duckduckgo.com/about", []],
    ["https://html.duckduckgo.com/html/", ["DuckDuckGo"]],
    ["https://yandex.ru/search/touch/?text=x", ["Yandex"]],
    ["https://de.search.yahoo.com/search?p=x", ["Yahoo"]],
    ["https://search.yahoo.co.jp/search?p=x", ["Yahoo! JAPAN"]],
    ["https://searx.be/search", ["SearXNG"]],
    ["https://searx.be/preferences", []],
  ])("at %s: %s", (address, names) => {
    expect(pagesAt(address)).toEqual(names);
  });
});

describe("the match patterns for the manifest", () => {
  test("can each be read, and stand there once", () => {
    const patterns = builtInMatches();
    expect(patterns.filter((pattern) => compileMatchPattern(pattern) === null)).toEqual([]);
    expect(new Set(patterns).size).toBe(patterns.length);
    expect(patterns.filter((pattern) => pattern.startsWith("https://www.google."))).toHaveLength(188);
  });

  test("name no host but the known engines'", () => {
    expect(builtInMatches().filter((pattern) => /^(?:<all_urls>|\*:\/\/\*\/|https?:\/\/\*\/)/u.test(pattern))).toEqual(
      [],
    );
  });
});
