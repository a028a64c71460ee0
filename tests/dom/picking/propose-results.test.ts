import { describe, expect, test } from "vitest";

import { proposeResults } from "@/picking/propose-results.ts";
import type { Proposal } from "@/picking/propose-results.ts";

import { pickedPages } from "./picked-pages.ts";
import { scanWith, show } from "./scan-with.ts";

const bestFor = (selector: string): Proposal => {
  const element = document.querySelector(selector);
  if (!element) throw new Error(`Nothing is ${selector}`);
  const { proposals, best } = proposeResults(element);
  const proposal = proposals[best];
  if (!proposal) throw new Error(`Nothing is proposed for ${selector}`);
  return proposal;
};

const cases = pickedPages.flatMap((page) => page.picks.map((pick) => [page.shape, pick, page] as const));

describe("the likeliest proposal", () => {
  test.each(cases)("for %s, picked at %s", (_shape, pick, { body, roots, title, url, parts = 0, snippet }) => {
    show(body);
    const proposal = bestFor(pick);
    const expected = [...document.querySelectorAll(roots)];
    expect(expected.length).toBeGreaterThan(3);
    expect(proposal.results.map(({ root }) => root)).toEqual(expected);
    expect(new Set(proposal.results.map((result) => result.parts.length))).toEqual(new Set([parts]));

    const { listings, problems } = scanWith(proposal);
    expect(problems).toEqual([]);
    expect(listings[0]?.recognition).toMatchObject({ by: "recipe", name: "parts.example" });
    const found = listings[0]?.results ?? [];
    expect(found.map(({ root }) => root)).toEqual(expected);
    expect(found.map(({ result }) => [result.title, result.url])).toEqual(
      expected.map((_root, place) => [title(place), url(place)]),
    );
    const snippets = found.map(({ result }) => result.snippet);
    expect(snippets).toEqual(snippet ? expected.map((_root, place) => snippet(place)) : snippets);
  });
});

describe("the ladder", () => {
  test("goes from titles over results to what holds several", () => {
    show(pickedPages.find(({ shape }) => shape === "a grid of rows of cards")!.body);
    const { proposals, best } = proposeResults(document.querySelector(".card a")!);
    const counts = proposals.map(({ results }) => results.length);
    expect(best).toBeGreaterThan(0);
    expect(counts.slice(0, best + 1).every((count) => count === 12 || count === 3)).toBe(true);
    expect(proposals.at(-1)?.results.map(({ root }) => root)).toEqual([...document.querySelectorAll(".row")]);
  });

  test("takes advertisements in with one step and leaves them out before", () => {
    const item = (kind: string, place: number): string =>
      `<li class="${kind}"><h3><a href="/${kind}/${String(place)}">Thing ${String(place)} of it</a></h3><p>Words about it that go on</p></li>`;
    show(`<ol>${[item("hit ad", 0), item("hit", 1), item("hit", 2), item("hit ad", 3), item("hit", 4)].join("")}</ol>`);
    const { proposals } = proposeResults(document.querySelector(".hit:not(.ad)")!);
    expect(proposals.map(({ results }) => results.length)).toEqual([3, 5]);
    expect(proposals[0]?.results.map(({ root }) => root.className)).toEqual(["hit", "hit", "hit"]);
  });

  test("is empty where nothing is alike, and for the page as a whole", () => {
    show("<main><h1>One thing</h1><p>Only one text</p></main>");
    expect(proposeResults(document.querySelector("h1")!)).toEqual({ proposals: [], best: -1 });
    expect(proposeResults(document.body).proposals).toEqual([]);
    expect(proposeResults(document.documentElement).proposals).toEqual([]);
  });

  test("takes a pick in a shadow tree for its host, which a recipe can reach", () => {
    show(
      `<ul>${[0, 1, 2, 3].map((place) => `<li><h3><a href="/${String(place)}">Thing ${String(place)}</a></h3><x-note></x-note></li>`).join("")}</ul>`,
    );
    const hosts = [...document.querySelectorAll("x-note")];
    for (const host of hosts) host.attachShadow({ mode: "open" }).append("a text in the shadow");
    const inner = hosts[1]!.shadowRoot!.appendChild(document.createElement("b"));
    const { proposals, best } = proposeResults(inner);
    expect(proposals[best]?.results.map(({ root }) => root)).toEqual([...document.querySelectorAll("li")]);
  });

  test("leans on nothing that Winnow put on the page", () => {
    show(
      `<ol>${[0, 1, 2, 3]
        .map(
          (place) =>
            `<winnow-fold></winnow-fold><li data-winnow-result="${String(place)}" data-winnow-verdict="show"><h3><a href="/${String(place)}">A <mark class="winnow-hit" data-winnow-list="1">thing</mark> ${String(place)}</a></h3></li>`,
        )
        .join("")}</ol>`,
    );
    const { proposals, best } = proposeResults(document.querySelector("mark")!);
    expect(proposals[best]?.results.map(({ root }) => root)).toEqual([...document.querySelectorAll("li")]);
    expect(JSON.stringify(proposals.map(({ recipe }) => recipe))).not.toContain("winnow");
  });

  test("answers on pages of any size and depth", () => {
    const item = (place: number): string =>
      `<li><a href="/${String(place)}">Thing ${String(place)}</a><p>Words</p></li>`;
    show(`<ol>${Array.from({ length: 1500 }, (_, place) => item(place)).join("")}</ol>`);
    expect(bestFor("li:nth-child(700) a").results).toHaveLength(1500);
    show(`${"<div>".repeat(300)}<ol>${[0, 1, 2, 3].map(item).join("")}</ol>${"</div>".repeat(300)}`);
    expect(bestFor("li a").results).toHaveLength(4);
  });
});
