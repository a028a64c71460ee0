import { afterEach, describe, expect, test } from "vitest";

import { findListings } from "@/detection/detector/find-listings.ts";

const repeat = (count: number, make: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => make(index)).join("");

const things = ["river ferry", "stone wall", "tide mill", "night train", "winter garden", "bread oven"];
const thing = (index: number): string => `${things[index % things.length]!} number ${index}`;
const title = (index: number): string => `The ${thing(index)} to look at`;
const link = (index: number): string => `<a href="/doc/${index}">${title(index)}</a>`;
const text = (index: number): string =>
  `Most of what is known about the ${thing(index)} was written down by people who had to mend it, the rest is guessed.`;

const links = (count: number, name: string): string =>
  `<ul>${repeat(count, (index) => `<li><a href="/${name}/${index}">${name} ${index}</a></li>`)}</ul>`;

/** Shows a body between a menu and a footer of the plainest markup, and gives the titles of its listings. */
const listed = (body: string): readonly (readonly string[])[] => {
  document.body.innerHTML = `<header><nav>${links(7, "Menu")}</nav></header>${body}<footer>${links(9, "Foot")}</footer>`;
  return findListings(document).map(({ results }) =>
    results.map((result) => (result.titleText ?? result.title?.textContent ?? "").trim()),
  );
};

const titles = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => title(index));

afterEach(() => {
  document.body.innerHTML = "";
});

describe("shapes of listings", () => {
  test.each([
    [
      "cards that are one link each",
      12,
      `<main>${repeat(12, (n) => `<a class="card" href="/doc/${n}"><img alt=""><div>${title(n)}</div><div>${text(n)}</div><span>${n} €</span></a>`)}</main>`,
    ],
    [
      "a table for each result",
      12,
      `<main>${repeat(12, (n) => `<table><tr><td><b>${link(n)}</b></td></tr><tr><td><font>${text(n)}</font></td></tr></table>`)}</main>`,
    ],
    [
      "links with text and line breaks between",
      12,
      `<div>${repeat(12, (n) => `${link(n)}<br>${text(n)}<br><hr>`)}</div>`,
    ],
    ["paragraphs that begin with a link", 12, `<main>${repeat(12, (n) => `<p>${link(n)} - ${text(n)}</p>`)}</main>`],
    [
      "a form around everything",
      10,
      `<form><input type="hidden" name="state">${repeat(10, (n) => `<div class="hit">${link(n)}<div>${text(n)}</div></div>`)}</form>`,
    ],
    [
      "custom elements",
      10,
      `<x-list>${repeat(10, (n) => `<x-hit><x-title>${link(n)}</x-title><x-text>${text(n)}</x-text></x-hit>`)}</x-list>`,
    ],
    [
      "lists by day, of one result or a few, marked up as menus are",
      30,
      `<main>${repeat(12, (day) => `<h2>Day ${day}</h2><ul>${repeat(1 + (day % 4), (n) => `<li>${link(Math.floor(day / 4) * 10 + [0, 1, 3, 6][day % 4]! + n)} <span>${text(n)}</span></li>`)}</ul>`)}</main>`,
    ],
  ])("%s", (_, count, body) => {
    expect(listed(body)).toEqual([titles(count)]);
  });
});

describe("shapes that are no listings", () => {
  test.each([
    [
      "sections of a page, with a table of contents",
      `<main><ul>${repeat(12, (n) => `<li><a href="#part-${n}">${title(n)}</a></li>`)}</ul>${repeat(12, (n) => `<section id="part-${n}"><h2><a href="#part-${n}">${title(n)}</a></h2><p>${text(n)} ${text(n + 1)}</p></section>`)}</main>`,
    ],
    [
      "a reference whose headings link to themselves by their whole address",
      `<main>${repeat(15, (n) => `<div class="method"><h3><a href="${document.URL.split("#")[0]!}#m${n}">method${n}</a></h3><pre>void method${n}(int x)</pre><p>${text(n)}</p></div>`)}</main>`,
    ],
    [
      "an article in parts",
      `<article><h1>On ferries</h1>${repeat(6, (n) => `<h2>Part ${n}</h2>${repeat(4, (k) => `<p>${text(n + k)} ${text(k)} <a href="/x/${k}">${thing(k)}</a> ${text(k + 1)}</p>`)}`)}</article>`,
    ],
    [
      "people",
      `<main>${repeat(9, (n) => `<div class="person"><img alt=""><h4>Ada ${n}</h4><p>Engineer</p><a href="mailto:a${n}@b.example">mail</a></div>`)}</main>`,
    ],
    [
      "what something costs",
      `<main>${repeat(3, (n) => `<div class="plan"><h3>Plan ${n}</h3><p>${n * 10} € a month</p>${links(6, "Feature")}<a href="/buy/${n}">Buy</a></div>`)}</main>`,
    ],
    [
      "a document whose headings can be linked to",
      `<div class="book">${repeat(10, (n) => `<div class="section"><h2><a name="part-${n}"></a>${title(n)}</h2><p>${text(n)}</p><p>${text(n + 1)}</p></div>`)}</div>`,
    ],
    [
      "sections whose headings hold a link to edit them",
      `<main>${repeat(8, (n) => `<h2><span id="s${n}">${title(n)}</span><span>[<a href="/edit/${n}">edit</a>]</span></h2><p>${text(n)} ${text(n + 1)}</p><p>${text(n + 2)}</p>`)}</main>`,
    ],
    [
      "clauses whose headings lead nowhere",
      `<main>${repeat(14, (n) => `<section><h2>${n + 1}. ${thing(n)}</h2>${repeat(7, (k) => `<p>${text(n + k)}</p>`)}</section>`)}</main>`,
    ],
    [
      "an article with a related item in it, and boxes of others beside it",
      `<div class="page"><div class="story"><h1>On ferries</h1><div class="box"><h3>${link(50)}</h3></div>${repeat(30, (n) => `<p>${text(n)}</p>`)}</div><div class="side">${repeat(9, (n) => `<div class="item"><h3>${link(n)}</h3></div>`)}</div></div>`,
    ],
    [
      "an article that says more than the list beside it",
      `<div class="story"><h1>On ferries</h1>${repeat(12, (n) => `<p>${text(n)}</p>`)}</div><div class="more">${repeat(6, (n) => `<article><h3>${link(n)}</h3></article>`)}</div>`,
    ],
    [
      "the columns of a page",
      `<div id="page"><div id="top">${repeat(8, (n) => `<a href="/a/${n}">${title(n)}</a> `)}</div><div id="middle"><a href="/b">${title(20)}</a> ${repeat(20, text)}</div><div id="bottom">${repeat(9, (n) => `<a href="/c/${n}">${title(n + 30)}</a> `)}</div></div>`,
    ],
  ])("%s", (_, body) => {
    expect(listed(body)).toEqual([]);
  });
});
