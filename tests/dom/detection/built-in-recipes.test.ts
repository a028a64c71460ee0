import { describe, expect, test } from "vitest";

import { recipePages } from "./recipe-pages.ts";
import { scannerAt, showPage } from "./scan-of.ts";

const folded = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

describe("the built-in recipes", () => {
  test.each(recipePages)(
    "$recipe finds every result of $page and nothing else",
    ({ page, address, recipe, results }) => {
      showPage(page);
      const { listings, problems } = scannerAt(address).scan("all");
      const found = listings.flatMap((listing) => listing.results.map((one) => one.result));
      expect(
        found.map(({ title, url, host, snippet }) => ({ title: folded(title), url, host, snippet: folded(snippet) })),
      ).toEqual(results);
      expect(listings.map(({ recognition }) => [recognition.by, recognition.name])).toEqual([["recipe", recipe]]);
      expect(found.map(({ position }) => position)).toEqual(results.map((_, index) => index + 1));
      expect(problems).toEqual([]);
    },
  );

  test("SearXNG is known on a host that no recipe names", () => {
    showPage("searxng");
    const { listings } = scannerAt("https://find.my-house.example/search?q=sundials").scan("all");
    expect(listings.map(({ recognition }) => recognition.name)).toEqual(["SearXNG"]);
  });
});
