import { afterEach, describe, expect, test } from "vitest";

import { findListings } from "@/detection/detector/find-listings.ts";

const parse = (html: string): Document => new DOMParser().parseFromString(`<body>${html}</body>`, "text/html");

const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join("");

const result = (index: number): string =>
  `<li class="result"><h3><a href="/doc/${String(index)}">The ferry number ${String(index)} of the river</a></h3><p>It took three years to visit every place that the old maps name.</p></li>`;

afterEach(() => {
  document.body.innerHTML = "";
});

describe("bad input", () => {
  test("documents without a body", () => {
    expect(findListings(new DOMParser().parseFromString("<x><y/></x>", "application/xml"))).toEqual([]);
    expect(findListings(parse(""))).toEqual([]);
  });

  test("a page that is one long text", () => {
    expect(findListings(parse(`<p>${"word ".repeat(50_000)}</p>`))).toEqual([]);
  });

  test("500 levels of nesting, with a link in each", () => {
    expect(
      findListings(parse(repeat(500, (index) => `<div>level <a href="/${String(index)}">link ${String(index)}</a>`))),
    ).toEqual([]);
  });

  test("2,000 equal siblings are all found, in the page's order", () => {
    document.body.innerHTML = `<main><ul>${repeat(2000, result)}</ul></main>`;
    const [listing] = findListings(document);
    expect(listing?.results.map(({ url }) => url && new URL(url).pathname)).toEqual(
      Array.from({ length: 2000 }, (_, index) => `/doc/${String(index)}`),
    );
  });

  test("classes that are no selectors, and ids that look like properties", () => {
    const hostile = repeat(40, (index) =>
      result(index).replace('class="result"', `class="a:b [c] *{} 1x -- ${"y".repeat(500)}" id="__proto__"`),
    );
    document.body.innerHTML = `<main><ul>${hostile}</ul></main>`;
    expect(findListings(document)[0]?.results).toHaveLength(40);
  });

  test("results that are no results stand between many: they are left out wherever they stand", () => {
    const other = '<li class="banner"><img alt=""><span>Summer sale</span></li>';
    document.body.innerHTML = `<main><ul>${repeat(60, (index) => result(index) + (index % 20 === 19 ? other : ""))}</ul></main>`;
    expect(findListings(document)[0]?.results).toHaveLength(60);
  });

  test("addresses that cannot be read", () => {
    const addresses = ["http://[", "javascript:void(0)", "#top", "", "mailto:a@b.example", "data:text/html,x"];
    document.body.innerHTML = `<main><ul>${repeat(12, (index) => result(index).replace(`/doc/${String(index)}`, addresses[index % addresses.length]!))}</ul></main>`;
    const results = findListings(document)[0]?.results ?? [];
    expect(results).toHaveLength(12);
    expect(results.map(({ url }) => url)).toEqual(results.map(() => null));
  });

  test("looking leaves the page as it was", () => {
    document.body.innerHTML = `<main><ul>${repeat(30, result)}</ul></main>`;
    const before = document.body.innerHTML;
    findListings(document);
    expect(document.body.innerHTML).toBe(before);
  });
});
