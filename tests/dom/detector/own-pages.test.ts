import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { findListings, findListingsInSteps, searchListings } from "@/detection/detector/find-listings.ts";
import { isPlainlyArticle } from "@/detection/detector/is-article.ts";
import type { LocatedResult } from "@/detection/located-result.ts";
import { atOnce } from "@/model/steps.ts";

import { showPage } from "./show-page.ts";

interface ExpectedResult {
  readonly title: string;
  /** The path of the address; null where the page does not tell it. */
  readonly url: string | null;
  /** Null where it does not matter what is taken for one. */
  readonly snippet: string | null;
}

interface Expected {
  readonly results: readonly ExpectedResult[];
  /** The results of listings beside the main one. */
  readonly further?: readonly (readonly ExpectedResult[])[];
}

const folder = join(import.meta.dirname, "../../pages");

const folded = (text: string | null | undefined): string => (text ?? "").replaceAll(/\s+/g, " ").trim();

const titleOf = ({ title, titleText }: LocatedResult): string => folded(title === null ? titleText : title.textContent);

const pathOf = (url: string | null): string | null => (url === null ? null : new URL(url).pathname);

describe("pages written for the detector", () => {
  const slugs = readdirSync(folder).filter((name) => name !== "README.md");
  test.each(slugs)("%s", (slug) => {
    const read = (file: string): string => readFileSync(join(folder, slug, file), "utf8");
    const expected = JSON.parse(read("expected.json")) as Expected;
    showPage(read("page.html"));
    const { results, further = [] } = expected;
    const wanted = results.length === 0 ? [] : [results, ...further];
    const listings = findListings(document);
    expect(listings.map((listing) => listing.results.map(titleOf))).toEqual(
      wanted.map((of) => of.map(({ title }) => title)),
    );
    for (const [place, of] of wanted.entries()) {
      const found = listings[place]?.results ?? [];
      expect(found.map(({ url }) => pathOf(url))).toEqual(of.map(({ url }) => url));
      for (const [index, { snippet }] of of.entries()) {
        if (snippet === null) continue;
        const said = folded(found[index]?.snippet.map((element) => element.textContent).join(" "));
        expect(said).toBe(folded(snippet));
      }
    }
  });
});

describe("looking in steps", () => {
  const slugs = readdirSync(folder).filter((name) => name !== "README.md");
  test.each(slugs)("%s: finds the same when another look takes place between any two steps", (slug) => {
    showPage(readFileSync(join(folder, slug, "page.html"), "utf8"));
    const expected = findListings(document);
    const looks = [findListingsInSteps(document), findListingsInSteps(document)];
    const found: unknown[] = [];
    while (found.length < looks.length) {
      for (const look of looks) {
        const { done, value } = look.next();
        if (done === true && value !== undefined) found.push(value);
      }
    }
    expect(found).toEqual(looks.map(() => expected));
  });

  test("a longer page takes more steps, and none looks at much of it", () => {
    const item = (index: number): string =>
      `<li class="c${String.fromCharCode(97 + (index % 26))}${String.fromCharCode(97 + (index % 25))}"><h3><a href="/${String(index)}">Number ${String(index)}</a></h3><p>What is said of ${String(index)} there.</p></li>`;
    const stepsFor = (items: number): number => {
      showPage(`<ul>${Array.from({ length: items }, (_, index) => item(index)).join("")}</ul>`);
      let steps = 0;
      for (const _ of findListingsInSteps(document)) steps++;
      return steps;
    };
    expect(stepsFor(600)).toBeGreaterThan(stepsFor(60) + 20);
  });
});

describe("the short look for an article", () => {
  const slugs = readdirSync(folder).filter((name) => name !== "README.md");
  const showSlug = (slug: string): void => showPage(readFileSync(join(folder, slug, "page.html"), "utf8"));

  test("says so only where the whole detector finds nothing either", () => {
    const plain = slugs.filter((slug) => {
      showSlug(slug);
      return isPlainlyArticle(document);
    });
    expect(plain).toEqual(expect.arrayContaining(["no-article", "no-article-with-related"]));
    const wrong = plain.filter((slug) => {
      showSlug(slug);
      return atOnce(searchListings(document, document.body)).length > 0;
    });
    expect(wrong).toEqual([]);
  });

  test("asks a number of questions that does not grow with the page", () => {
    const asked = (elements: number): number => {
      const paragraph = `<p>${"Nobody had counted them before the summer in which this was begun. ".repeat(5)}</p>`;
      showPage(`<body><main>${paragraph.repeat(200)}</main>${"<div><span>Note</span></div>".repeat(elements)}</body>`);
      let questions = 0;
      const watched: Document = new Proxy(document, {
        get: (target, name) => {
          questions++;
          const value: unknown = Reflect.get(target, name);
          return typeof value === "function" ? (value.bind(target) as unknown) : value;
        },
      });
      expect(isPlainlyArticle(watched)).toBe(true);
      return questions;
    };
    expect(asked(10_000)).toBe(asked(10));
  });
});
