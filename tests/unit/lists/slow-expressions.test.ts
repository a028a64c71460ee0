import { expect, test } from "vitest";

import { readImport } from "@/lists/read-import.ts";
import { slowExpressions } from "@/lists/slow-expressions.ts";
import { writeWinnow } from "@/lists/winnow-file.ts";
import { atOnce } from "@/model/steps.ts";
import { builtInRecipes } from "@/recipes/built-in.ts";
import { defaultSettings } from "@/settings/default-settings.ts";

const recipe = (expression: string, name = "Example") => ({
  name,
  pages: [
    {
      name: "Search",
      matches: ["https://example.com/*"],
      results: [{ root: ".result", url: "a", props: { title: ["or", [["regexInclude", expression, "h3"], "a"]] } }],
    },
  ],
});

test.each([
  ["^(a+)+$", true],
  [String.raw`(?:\w|\d)*-`, true],
  [".*.*.*.*=", true],
  [String.raw`^(?:[\w-]+\.)+[a-z]{2,}$`, false],
  [String.raw`\s*[-|]\s*(.*)$`, false],
  [String.raw`^https://example\.com/search\?(?:.*&)?tab=all`, false],
  ["^(?!Ad ).+", false],
])("%s", (expression, isSlow) => {
  expect(slowExpressions(recipe(expression))).toEqual(isSlow ? [expression] : []);
});

test("the expressions of the built-in recipes are quick", () => {
  expect(builtInRecipes.flatMap(slowExpressions)).toEqual([]);
});

test("a recipe that could keep a page waiting is left out and named; the others come in", () => {
  const slow = recipe("^(a+)+$", "Slow");
  const quick = recipe("^a+$", "Quick");
  const problem = { code: "recipe-slow", args: ["Slow", "^(a+)+$"] };
  expect(readImport(JSON.stringify([slow, quick]))).toMatchObject({ recipes: [quick], problems: [problem] });

  const recipes = [slow, quick].map((data, index) => ({ id: `recipe-${index}`, enabled: true, data }));
  const file = atOnce(writeWinnow({ ...defaultSettings, recipes }));
  expect(readImport(file)).toMatchObject({ settings: { recipes: [recipes[1]] }, problems: [problem] });
});
