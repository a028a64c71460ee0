import { describe, expect, test } from "vitest";

import { readRecipe } from "@/recipes/read-recipe.ts";

const result = { root: ".item", url: "a" };
const page = { name: "Search", matches: ["https://a.example/*"], results: [result] };
const recipe = { name: "A", pages: [page] };

const places = (data: unknown): readonly string[] =>
  readRecipe(data).problems.map(({ code, args }) => (code === "recipe-value" ? (args[0] ?? "") : code));

describe("reading a recipe", () => {
  test("takes every command of SERPINFO, and passes over keys it does not know", () => {
    const url = [
      "or",
      [
        ["regexInclude", "^https?://", ["attribute", "href", ["selector", "a", ["upward", 1]]]],
        ["regexExclude", "x", ["property", "href", "a"]],
        ["regexSubstitute", "(.)", "\\1", ["const", ""]],
        ["domainToURL", "cite"],
        "cite",
      ],
    ];
    const full = {
      name: "result",
      root: ["upward", 2, ["upward", ".card", ["selector", ".item"]]],
      url,
      props: { title: "h3", snippet: ["property", "textContent", ["upward", ".x", "p"]] },
      extraSelector: "& + tr",
      link: ["selector", "a", "h3"],
    };
    const pages = [
      {
        ...page,
        excludeMatches: ["*://a.example/x*"],
        includeRegex: "q=",
        excludeRegex: "tbm=",
        userAgent: "mobile",
        results: [full],
        commonProps: { $site: "a", $category: "web" },
        commonPropsIf: [{ includeRegex: "/images", commonProps: { $category: "images" } }],
        anyHostIf: "meta",
        redirects: [{ match: "/ck\\?", parameter: "u", prefix: "a1", encoding: "base64url" }],
      },
    ];
    const unknown = { version: "1", pages: [{ ...pages[0], delay: 100, results: [{ ...full, button: ["icon"] }] }] };
    expect(readRecipe({ name: "A", ...unknown })).toEqual({ recipe: { name: "A", pages }, problems: [] });
  });

  test("leaves out a result that cannot be read, and keeps the others", () => {
    const bad = [
      { url: "a" },
      { root: ["upward", -1, "a"], url: "a" },
      { root: ".x", url: ["shout", "a"] },
      "x",
      result,
    ];
    const read = readRecipe({ ...recipe, pages: [{ ...page, results: bad }] });
    expect(read.recipe?.pages[0]?.results).toEqual([{ ...result, props: {} }]);
    expect(read.problems.map(({ args }) => args[0])).toEqual([
      "pages[0].results[0].root",
      "pages[0].results[0]",
      "pages[0].results[1].root",
      "pages[0].results[1]",
      "pages[0].results[2].url",
      "pages[0].results[2]",
      "pages[0].results[3]",
    ]);
  });

  test("leaves out a page that cannot be read, and keeps the others", () => {
    const read = readRecipe({
      ...recipe,
      pages: [{ ...page, results: [] }, { ...page, matches: ["a.example"] }, page],
    });
    expect(read.recipe?.pages).toHaveLength(1);
    expect(read.problems.map(({ args }) => args[0])).toEqual(["pages[0]", "pages[1].matches[0]", "pages[1]"]);
  });

  test("leaves out a property, a match pattern and a choice that cannot be read", () => {
    const props = { title: ["attribute"], snippet: "p" };
    const matches = ["nonsense", "https://a.example/*"];
    const url = ["or", [["regexInclude", "(", "a"], "a"]];
    const read = readRecipe({ ...recipe, pages: [{ ...page, matches, results: [{ ...result, url, props }] }] });
    expect(read.recipe?.pages[0]).toMatchObject({
      matches: ["https://a.example/*"],
      results: [{ url: ["or", ["a"]], props: { snippet: "p" } }],
    });
    expect(read.problems.map(({ args }) => args[0])).toEqual([
      "pages[0].matches[0]",
      "pages[0].results[0].props.title",
    ]);
  });

  test("never widens where a page is for: a condition that cannot be read leaves it out", () => {
    expect(places({ ...recipe, pages: [{ ...page, excludeRegex: "(" }] })).toEqual([
      "pages[0].excludeRegex",
      "pages[0]",
      "recipe-empty",
    ]);
  });

  test.each([null, 1, "name: A", [recipe]])("%j is none", (data) => {
    expect(readRecipe(data)).toEqual({ recipe: null, problems: [{ code: "recipe-not-one", args: [] }] });
  });

  test("needs a name and a page", () => {
    expect(readRecipe({ pages: [page] }).recipe).toBeNull();
    expect(places({ name: " ", pages: [page] })).toEqual(["name", "recipe-empty"]);
    expect(places({ name: "A" })).toEqual(["recipe-empty"]);
    expect(places({ name: "A", pages: page })).toEqual(["pages", "recipe-empty"]);
  });
});
