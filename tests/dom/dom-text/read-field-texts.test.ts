import { beforeEach, describe, expect, it } from "vitest";

import { readFieldTexts } from "@/dom-text/read-field-texts.ts";

const find = (selector: string): Element => {
  const element = document.querySelector(selector);
  if (element === null) {
    throw new Error(`No ${selector}`);
  }
  return element;
};

/** The fields of the first child of the body: title `.t`, snippet `.s`, further parts `.part`. */
const read = (html: string): readonly [title: string, snippet: string, meta: string] => {
  document.body.innerHTML = html;
  const { title, snippet, meta } = readFieldTexts({
    root: find("body > *"),
    parts: [...document.querySelectorAll(".part")],
    title: document.querySelector(".t"),
    snippet: [...document.querySelectorAll(".s")],
  });
  return [title.text, snippet.text, meta.text];
};

const readTitle = (html: string): string => read(`<div><h3 class="t">${html}</h3></div>`)[0];

beforeEach(() => {
  // As browsers' own style sheets say it.
  document.head.innerHTML = "<style>[hidden] { display: none }</style>";
});

describe("the fields of a result", () => {
  it.each([
    [
      "each text goes to one field",
      `<div><h3 class="t">Title</h3><p class="s">Snippet</p><span>Rest</span></div>`,
      ["Title", "Snippet", "Rest"],
    ],
    [
      "what stands around the fields is one field, with a boundary where they were taken out",
      `<div>before<h3 class="t">Title</h3>between<p class="s">Snippet</p>after</div>`,
      ["Title", "Snippet", "before\nbetween\nafter"],
    ],
    [
      "a title deep inside a link that holds more",
      `<div><a><div><span class="t">Title</span><cite>site.example</cite></div></a></div>`,
      ["Title", "", "site.example"],
    ],
    [
      "several snippets, one after the other",
      `<div><p class="s">One</p><p>Rest</p><p class="s">Two</p></div>`,
      ["", "One\nTwo", "Rest"],
    ],
    [
      "a snippet inside a snippet counts once",
      `<div><div class="s">One <p class="s">Two</p></div></div>`,
      ["", "One \nTwo", ""],
    ],
    [
      "a title inside the snippet is title only",
      `<div><div class="s">One <b class="t">Title</b> two</div></div>`,
      ["Title", "One \ntwo", ""],
    ],
    ["a snippet inside the title is snippet only", `<div><h3 class="t">A<i class="s">B</i></h3></div>`, ["A", "B", ""]],
    ["an element that is both is the title", `<div><p class="s t">Both</p>rest</div>`, ["Both", "", "rest"]],
    ["a result that is its title", `<div class="t">All of it</div>`, ["All of it", "", ""]],
    [
      "a result of several rows",
      `<section><h3 class="t">Title</h3></section><section class="part">14 pages</section><section class="part">x<p class="s">S</p></section>`,
      ["Title", "S", "14 pages\nx"],
    ],
    ["a result without any text", `<div><img alt="picture"></div>`, ["", "", ""]],
  ])("%s", (_, html, fields) => {
    expect(read(html)).toStrictEqual(fields);
  });
});

describe("words and boundaries", () => {
  it.each([
    ["marked words are read on", "distri<em>bu</em>ted <b>data</b>base", "distributed database"],
    ["a place to break is none to read", "data<wbr>base", "database"],
    ["nested marks", "<span>one<i>two<b>three</b></i></span>four", "onetwothreefour"],
    ["a comment is nothing", "data<!-- x -->base", "database"],
    ["a line break ends a line", "one<br>two", "one\ntwo"],
    ["blocks", "<div>one</div><p>two</p>three", "one\ntwo\nthree"],
    ["blocks in blocks are one boundary", "<div><div><p>one</p></div></div><div>two</div>", "one\ntwo"],
    ["white space between blocks is none", "\n  <p>one</p>\n\n  <p>two</p>\n", "one\ntwo"],
    ["a block inside a mark", "<span>one<div>two</div></span>", "one\ntwo"],
    ["cells of a table", "<table><tr><td>one</td><td>two</td></tr></table>", "one\ntwo"],
    ["items of a list", "<ul><li>one</li><li>two</li></ul>", "one\ntwo"],
    ["a picture stands between", "one<img>two", "one\ntwo"],
    ["a field stands between", "one<select><option>x</option></select>two<textarea>y</textarea>", "one\ntwo"],
    ["a button stands apart", "one<button>two</button>three", "one\ntwo\nthree"],
    ["a custom element leaves a word whole", "wa<x-em>te</x-em>r", "water"],
    ["also in a mark", "<b>wa<x-em>te</x-em></b>r", "water"],
    ["line breaks in the markup are spaces", "one\n\ttwo\f\nthree", "one  two  three"],
    ["white space within a line is kept as it is", "one  two\u00A0three\u3000four", "one  two\u00A0three\u3000four"],
    ["a line does not begin with white space", "\n  one<br>\u00A0 two", "one\ntwo"],
    ["nor does the text end with any", "one <b> two </b>\n", "one  two"],
  ])("%s", (_, html, text) => {
    expect(readTitle(html)).toBe(text);
  });
});

describe("what no reader sees", () => {
  it.each([
    ["a script", "data<script>let x</script>base", "database"],
    ["a style", "data<style>a{}</style>base", "database"],
    ["a template", "data<template>x</template>base", "database"],
    ["what is for browsers without scripts", "data<noscript>x</noscript>base", "database"],
    ["hidden by an attribute", "data<span hidden>x</span>base", "database"],
    ["hidden inside a mark", "<b>data<i hidden>x</i></b>base", "database"],
    ["hidden by a style", `data<span style="color: red; display: none">x</span>base`, "database"],
    ["not hidden by another style", `data<span style="pointer-events: none">x</span>base`, "dataxbase"],
    ["a picture's title", "one<svg><title>Icon</title></svg>two", "one\ntwo"],
    ["the readings of ruby", "<ruby>漢<rt>かん</rt>字<rp>(</rp><rt>じ</rt></ruby>", "漢字"],
  ])("%s", (_, html, text) => {
    expect(readTitle(html)).toBe(text);
  });

  it("keeps what is hidden from screen readers alone, because it is there to see", () => {
    expect(readTitle(`one <span aria-hidden="true">two</span>`)).toBe("one two");
  });
});

describe("what style sheets say", () => {
  const styled = (css: string, html: string): string => {
    document.head.innerHTML = `<style>${css}</style>`;
    return read(`<div class="${css.length}">${html}</div>`)[2];
  };

  it.each([
    [
      "elements set as blocks stand apart",
      ".line2 { display: block }",
      `<span class="line2">1999</span><span class="line2">2h 16m</span>`,
      "1999\n2h 16m",
    ],
    [
      "badges stand apart",
      ".badge3 { display: inline-block; padding: 0 2px }",
      `<span class="badge3">PDF</span>14 pages`,
      "PDF\n14 pages",
    ],
    [
      "boxes with a margin stand apart",
      ".margin3 { display: inline-flex; margin-right: 1em }",
      `<span class="margin3">PDF</span>14 pages`,
      "PDF\n14 pages",
    ],
    [
      "letters in boxes of their own are a word",
      ".letter10 { display: inline-block }",
      [...`water`].map((letter) => `<span class="letter10">${letter}</span>`).join(""),
      "water",
    ],
    [
      "a custom element that is set as a block stands apart",
      "x-card { display: block }",
      `one<x-card>two</x-card>`,
      "one\ntwo",
    ],
    [
      "one that is set as a badge, too",
      "x-tag { display: inline-block; border: 1px solid }",
      `one<x-tag>two</x-tag>`,
      "one\ntwo",
    ],
    ["one that is hidden is not read", "x-menu { display: none }", `one <x-menu>Block this</x-menu>`, "one"],
    ["words in boxes don't", ".word4 { display: inline-block }", `data<em class="word4">base</em>`, "database"],
    ["what is hidden is not read", ".menu5 { display: none }", `one <div class="menu5">Block this site</div>`, "one"],
    [
      "labels with room in them stand apart",
      ".label5 { display: inline; padding: 2px 6px 3px; margin-right: 4px }",
      `<span class="label5">PDF</span><span class="label5">14 pages</span>`,
      "PDF\n14 pages",
    ],
    [
      "a word that is lit up with a little room is read on",
      ".lit5 { display: inline; padding: 0 2px; margin: 0 -2px }",
      `data<span class="lit5">base</span>`,
      "database",
    ],
    ["plain marks are read on", ".mark6 { color: red }", `data<span class="mark6">base</span>`, "database"],
  ])("%s", (_, css, html, meta) => {
    expect(styled(css, html)).toBe(meta);
  });

  const readMeta = (root: Element): string =>
    readFieldTexts({ root, parts: [], title: root.querySelector("h3"), snippet: [] }).meta.text;
  const showRoots = (css: string, ...html: readonly string[]): readonly Element[] => {
    document.head.innerHTML = `<style>${css}</style>`;
    document.body.innerHTML = html.join("");
    return [...document.body.children];
  };

  it("what is hidden by the state of what is around it is asked of each", () => {
    const body = (n: number): string => `<h3>Title</h3><div class="body7">Answer ${n}</div>`;
    const roots = showRoots(
      ".item7:not(.open) .body7 { display: none }",
      ...[1, 2, 3, 4].map((n) => `<div class="item7${n === 2 ? " open" : ""}">${body(n)}</div>`),
    );
    expect(roots.map(readMeta)).toEqual(["", "Answer 2", "", ""]);
    for (const root of roots) root.className = root.className === "item7" ? "item7 open" : "item7";
    expect(roots.map(readMeta)).toEqual(["Answer 1", "", "Answer 3", "Answer 4"]);
  });

  it("a badge that is hidden first and shown in other results is set there as it looks", () => {
    const html = `<h3>Title</h3>14 pages<span class="new8">new</span>and more`;
    const roots = showRoots(
      ".old8 .new8 { display: none }",
      ...["item8 old8", "item8"].map((name) => `<div class="${name}">${html}</div>`),
    );
    expect(roots.map(readMeta)).toEqual(["14 pagesand more", "14 pagesnewand more"]);
  });

  it.each(["data-winnow-verdict", "data-winnow-part"])("what is hidden by %s is read as if it were shown", (name) => {
    const html = `<h3>Title</h3><span class="tag9">secret</span><span class="tag9">other</span>`;
    const roots = showRoots(
      `[${name}] { display: none !important } .${name}9 { display: flex } .tag9 { display: inline-block; padding: 1px }`,
      `<div class="${name}9" ${name}="hide">${html}</div>`,
      `<div class="${name}9">${html}</div>`,
    );
    expect(roots.map(readMeta)).toEqual(["secret\nother", "secret\nother"]);
  });
});
