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

  test("a table of 100 by 100 figures, linked or not, lists nothing", () => {
    const table = (cell: (row: number, column: number) => string): string =>
      `<table>${repeat(100, (row) => `<tr>${repeat(100, (column) => `<td>${cell(row, column)}</td>`)}</tr>`)}</table>`;
    expect(findListings(parse(table((row, column) => String(row * column))))).toEqual([]);
    const linked = table((row, column) => `<a href="/${String(row)}/${String(column)}">${String(row * column)}</a>`);
    expect(findListings(parse(linked))).toEqual([]);
  });

  test("a grid of 30 by 30 cards: all of them are results, in the page's order", () => {
    const card = (index: number): string =>
      `<td><img alt=""><h4><a href="/doc/${String(index)}">The ferry number ${String(index)} of the river</a></h4><p>${String(index + 3)},90 €</p></td>`;
    document.body.innerHTML = `<main><table>${repeat(30, (row) => `<tr>${repeat(30, (column) => card(row * 30 + column))}</tr>`)}</table></main>`;
    expect(findListings(document)[0]?.results.map(({ url }) => url && new URL(url).pathname)).toEqual(
      Array.from({ length: 900 }, (_, index) => `/doc/${String(index)}`),
    );
  });

  test("forms that answer with their fields are passed over, and what is around them is found", () => {
    const names = [
      "parentNode",
      "parentElement",
      "nextElementSibling",
      "firstElementChild",
      "getAttribute",
      "localName",
    ];
    document.body.innerHTML = `<main><form>${names.map((name) => `<input name="${name}">`).join("")}</form><ul>${repeat(12, result)}</ul></main>`;
    const form = document.querySelector("form")!;
    const field = form.lastElementChild;
    for (const name of names) Object.defineProperty(form, name, { value: field, configurable: true });
    const results = findListings(document)[0]?.results;
    for (const name of names) Reflect.deleteProperty(form, name);
    expect(results).toHaveLength(12);
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
