import { describe, expect, test } from "vitest";

import { recipePages } from "./recipe-pages.ts";
import { scannerAt, showMarkup, showPage } from "./scan-of.ts";

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

  const card = (name: string): string =>
    `<article class="card"><h3><a href="https://${name}.example.org/">All about ${name} and its uses</a></h3>` +
    `<p>Words enough about ${name} to be taken for what a result says of itself.</p></article>`;
  const listing = `<!doctype html><main>${["oak", "elm", "ash", "yew", "fir"].map(card).join("")}</main>`;
  const propertiesAt = (address: string): readonly unknown[] => [
    ...new Set(
      scannerAt(address)
        .scan("all")
        .listings.flatMap(({ results }) => results.map(({ result }) => JSON.stringify(result.properties ?? null))),
    ),
  ];

  test.each([
    ["https://www.google.de/search?q=x", "google", "web"],
    ["https://www.google.de/search?q=x&udm=2", "google", "images"],
    ["https://www.google.de/search?udm=7&q=x", "google", "videos"],
    ["https://www.google.de/search?q=x&tbm=nws", "google", "news"],
    ["https://www.bing.com/images/search?q=x", "bing", "images"],
    ["https://duckduckgo.com/?q=x&iax=images&ia=images", "duckduckgo", "images"],
    ["https://search.brave.com/videos?q=x", "brave", "videos"],
    ["https://www.ecosia.org/news?q=x", "ecosia", "news"],
    ["https://www.startpage.com/sp/search?cat=images&q=x", "startpage", "images"],
    ["https://yandex.ru/images/search?text=x", "yandex", "images"],
    ["https://search.yahoo.co.jp/video/search?p=x", "yahooJapan", "videos"],
    ["https://searx.be/search?q=x&categories=images", "searx", "images"],
  ])("what lists results at %s is of %s and lists %s", (address, $site, $category) => {
    showMarkup(listing);
    expect(propertiesAt(address)).toEqual([JSON.stringify({ $site, $category })]);
  });

  test("what a recipe finds says the same, and a result's own word goes before the page's", () => {
    showPage("google-desktop");
    expect(propertiesAt("https://www.google.de/search?q=x")).toEqual(['{"$site":"google","$category":"web"}']);
    expect(propertiesAt("https://www.google.de/search?q=x&tbm=nws")).toEqual(['{"$site":"google","$category":"news"}']);
    showPage("searxng");
    document.querySelector("article.result")?.classList.replace("category-general", "category-news");
    expect(propertiesAt("https://searx.be/search?q=x")).toEqual([
      '{"$site":"searx","$category":"news"}',
      '{"$site":"searx","$category":"web"}',
    ]);
  });

  test("results of sites without a recipe say nothing", () => {
    showMarkup(listing);
    expect(propertiesAt("https://shop.example/search?q=x")).toEqual(["null"]);
  });
});
