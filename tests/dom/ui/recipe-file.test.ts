import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { readRecipes as readInSteps, writeRecipes } from "@/lists/recipe-file.ts";
import { atOnce } from "@/model/steps.ts";
import { makeRecipe, withRecipe } from "@/picking/make-recipe.ts";
import { proposeResults } from "@/picking/propose-results.ts";
import { readRecipe } from "@/recipes/read-recipe.ts";

import { pickedPages } from "../picking/picked-pages.ts";
import { show } from "../picking/scan-with.ts";

const readRecipes = (text: string) => atOnce(readInSteps(text));

/** As such files stand in the wild: every command, anchors and aliases, comments, keys that only others know. */
const community = `# A file as people share them
name: Example engines
SERPINFO_VERSION: "1.0"
version: 2.1.0
description: |
  Two pages,
  many commands
homepage: https://example.org/serpinfo
bugs: { url: https://example.org/issues, email: bugs@example.org }
license: CC0-1.0
author: somebody
contributors: [one, another]
lastModified: 2026-01-02T03:04:05Z
x-shared: &link [property, href, [selector, "h3 > a", [upward, 1]]]
pages:
  - name: Web
    matches: &everywhere
      - https://*.engine.example/search?*
      - "*://engine.example/search?*"
    excludeMatches: ["https://www.engine.example/search?*tbm=*"]
    includeRegex: "[?&]q=."
    excludeRegex: "&udm=(?!14)"
    userAgent: desktop
    delay: 250
    results:
      - name: ordinary
        root: [upward, 2, [upward, .card, [selector, .hit]]]
        url: [or, [[regexInclude, "^https?://", [attribute, href, h3 a]], [domainToURL, cite]], .x]
        props:
          title: h3
          $site: [const, engine]
          shown: [regexSubstitute, "^(.*?) › .*$", "\\\\1", cite]
          clean: [regexExclude, "^ad", [attribute, data-kind, [selector, "[data-kind]"]]]
        button: [inset, { top: 4px, right: 0, zIndex: 2 }, h3]
        extraSelector: "& + .more, & ~ .also"
        preserveSpace: true
      - root: .video
        url: *link
        props: { title: .t }
        button: [text, { position: afterbegin, style: { color: red } }]
    commonProps: { $site: engine, $category: web }
  - name: Images
    matches: *everywhere
    userAgent: mobile
    commonsProps: { $category: images }
    results: [{ root: .image, url: *link, button: [icon] }]
`;

describe("recipes that people share", () => {
  test("load as they are, and keep what only others know", () => {
    const file = readRecipes(community);
    if (!file.ok) throw new Error(JSON.stringify(file.problem));
    expect(file.problems).toEqual([]);
    const [data] = file.recipes;
    expect(data).toMatchObject({
      license: "CC0-1.0",
      contributors: ["one", "another"],
      bugs: { email: "bugs@example.org" },
      pages: [
        {
          delay: 250,
          commonProps: { $category: "web" },
          results: [{ preserveSpace: true, button: ["inset", {}, "h3"] }, {}],
        },
        { commonsProps: { $category: "images" } },
      ],
    });
    const { recipe } = readRecipe(data);
    expect(recipe?.pages.map(({ matches, results }) => [matches.length, results.length])).toEqual([
      [2, 2],
      [2, 1],
    ]);
    expect(recipe?.pages[0]?.results[1]?.url).toEqual(["property", "href", ["selector", "h3 > a", ["upward", 1]]]);
  });

  test("come out as they went in", () => {
    const file = readRecipes(community);
    if (!file.ok) throw new Error(JSON.stringify(file.problem));
    expect(readRecipes(writeRecipes(file.recipes))).toEqual(file);
  });

  test("are read from JSON, from lists and from several documents", () => {
    const one = {
      name: "A",
      pages: [{ name: "p", matches: ["https://a.example/*"], results: [{ root: ".r", url: "a" }] }],
    };
    const two = { ...one, name: "B" };
    const both = { ok: true, recipes: [one, two], problems: [] };
    expect(readRecipes(JSON.stringify([one, two]))).toEqual(both);
    expect(readRecipes(writeRecipes([one, two]))).toEqual(both);
    expect(readRecipes(`\uFEFF${JSON.stringify(one)}`)).toEqual({ ...both, recipes: [one] });
  });

  test("come out as they went in, whatever stands in keys that nobody knows", () => {
    const key = fc.string({ minLength: 1 }).filter((name) => name !== "__proto__");
    // JSON has one zero and no numbers without end.
    const value = fc.jsonValue({ maxDepth: 3 }).map((any) => JSON.parse(JSON.stringify(any)) as unknown);
    fc.assert(
      fc.property(fc.dictionary(key, value), fc.string(), (extra, description) => {
        const result = { ...extra, root: ".r", url: "a", props: { title: "h3" } };
        const data = {
          ...extra,
          name: "A",
          description,
          pages: [{ ...extra, name: "p", matches: ["https://a.example/*"], results: [result] }],
        };
        // Keys that recipes do know may hold what cannot be read; what is kept is the whole all the same.
        const file = readRecipes(writeRecipes([data]));
        const isReadable = readRecipe(data).recipe !== null;
        expect(file.ok ? file.recipes : []).toEqual(isReadable ? [data] : []);
      }),
    );
  });
});

describe("recipes made by picking", () => {
  test.each(pickedPages)("of $shape come out as they went in, and find the same", ({ body, picks }) => {
    show(body);
    const { proposals } = proposeResults(document.querySelector(picks[0]!)!);
    const made = proposals.map(({ recipe }) =>
      makeRecipe({ host: "a.example", match: "*://a.example/*", result: recipe, keep: null, now: 0 }),
    );
    const file = readRecipes(writeRecipes(made));
    expect(file).toEqual({ ok: true, recipes: made, problems: [] });
    expect(made.map((data) => readRecipe(data).recipe?.pages[0]?.results[0])).toEqual(
      proposals.map(({ recipe }) => recipe),
    );
  });

  test("go before those that were there", () => {
    const made = (id: string, match: string) => ({
      id,
      enabled: true,
      data: makeRecipe({ host: "a.example", match, result: { root: ".r", url: "a", props: {} }, keep: null, now: 0 }),
    });
    const [one, two, again] = [
      made("1", "*://a.example/x"),
      made("2", "*://a.example/y"),
      made("3", "*://a.example/x"),
    ];
    expect(withRecipe(withRecipe([one], two), again).map(({ id }) => id)).toEqual(["3", "2"]);
  });
});
