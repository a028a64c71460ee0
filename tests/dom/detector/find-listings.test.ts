import { describe, expect, test } from "vitest";

import { findListings } from "@/detection/detector/find-listings.ts";

describe("findListings", () => {
  test("finds ten articles with a linked title and a long snippet", () => {
    const items = Array.from(
      { length: 10 },
      (_, n) =>
        `<article class="doc"><h2><a href="/doc/${n}">Document number ${n}</a></h2><p>${`Long text ${n} about things. `.repeat(20)}</p><p class="figures">0 points | ${n} pages | 3.2 MB</p></article>`,
    );
    document.body.innerHTML = `<nav><ul><li><a href="/">Home</a></li><li><a href="/a">About</a></li><li><a href="/b">Help</a></li></ul></nav><main><div>${items.join("")}</div></main>`;
    const [listing] = findListings(document);
    expect(listing?.results).toHaveLength(10);
    expect(listing?.results[3]?.title?.textContent).toBe("Document number 3");
    expect(listing?.results[3]?.url).toMatch(/\/doc\/3$/);
    expect(listing?.results[3]?.snippet[0]?.textContent).toContain("Long text 3");
  });

  test.each([10, 40])(
    "reads the host from the address that a result shows where its link tells none, %d results",
    (count) => {
      const items = Array.from(
        { length: count },
        (_, n) =>
          `<li class="hit"><h3><a href="javascript:open(${n})">Document number ${n}</a></h3><div class="where">https://Site${n}.example › docs › ${n}</div><p>Long text ${n} about things that are told at some length.</p></li>`,
      );
      document.body.innerHTML = `<main><ol>${items.join("")}</ol></main>`;
      const results = findListings(document)[0]?.results ?? [];
      expect(results.map(({ url, displayedHost }) => [url, displayedHost])).toEqual(
        items.map((_, n) => [null, `site${n}.example`]),
      );
    },
  );

  test("finds nothing on an empty page", () => {
    document.body.innerHTML = "";
    expect(findListings(document)).toEqual([]);
  });
});
