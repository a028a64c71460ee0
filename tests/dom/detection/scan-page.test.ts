import { describe, expect, test, vi } from "vitest";

import type { FoundResult, PageScan } from "@/detection/found-result.ts";
import type { Recipe } from "@/recipes/recipe.ts";

import { scannerAt, showMarkup, showPage } from "./scan-of.ts";

const address = "https://shop.example/search?q=x";

const item = (name: string): string =>
  `<li class="item"><h2><a href="/${name}">The ${name} that everybody asks for</a></h2>` +
  `<p class="about">All there is to say about the ${name}, in a sentence that is long enough to read.</p></li>`;

const showItems = (...names: readonly string[]): void => {
  showMarkup(`<!doctype html><html lang="en"><body><ol id="list">${names.map(item).join("")}</ol></body></html>`);
};

const recipe: Recipe = {
  name: "Shop",
  pages: [
    {
      name: "Search",
      matches: ["*://shop.example/*"],
      results: [{ root: ".item", url: ["property", "href", "h2 a"], props: { title: "h2", snippet: ".about" } }],
    },
  ],
};

const withResult = (change: Partial<Recipe["pages"][number]["results"][number]>): Recipe => ({
  name: "Changed",
  pages: recipe.pages.map((page) => ({ ...page, results: page.results.map((result) => ({ ...result, ...change })) })),
});

const found = (scan: PageScan): readonly FoundResult[] => scan.listings.flatMap(({ results }) => results);
const titles = (scan: PageScan): readonly string[] => found(scan).map(({ result }) => result.title);
const list = (): Element => document.querySelector("#list") ?? document.body;
const names = ["kettle", "ladle", "sieve", "whisk"] as const;
const titleOf = (name: string): string => `The ${name} that everybody asks for`;

describe("scanning again", () => {
  test("gives the same objects where nothing changed", () => {
    showItems(...names);
    const scanner = scannerAt(address, { recipes: [recipe] });
    const before = found(scanner.scan("all"));
    const after = found(scanner.scan([list()]));
    expect(before).toHaveLength(4);
    expect(after.map((result, index) => result === before[index])).toEqual([true, true, true, true]);
  });

  test("reads only the result that holds a changed node", () => {
    showItems(...names);
    const scanner = scannerAt(address, { recipes: [recipe] });
    const before = found(scanner.scan("all"));
    const text = document.querySelectorAll(".about")[1]?.firstChild;
    if (!(text instanceof Text)) throw new Error("The page lost its text.");
    text.data = "Now with a longer handle.";
    const after = found(scanner.scan([text]));
    expect(after.map((result, index) => result === before[index])).toEqual([true, false, true, true]);
    expect(after[1]?.result).toEqual({ ...before[1]?.result, snippet: "Now with a longer handle." });
  });

  test.each([[[recipe]], [[]]])("reads an address that the page changes in place, recipes: %j", (recipes) => {
    showItems(...names, "skillet", "trivet");
    const scanner = scannerAt(address, { recipes });
    const before = found(scanner.scan("all"));
    const link = document.querySelectorAll("h2 a")[3];
    link?.setAttribute("href", "https://other.example/whisk");
    const after = found(scanner.scan(link ? [link] : []));
    expect(after[3]?.result).toEqual({
      ...before[3]?.result,
      url: "https://other.example/whisk",
      host: "other.example",
    });
  });

  test("keeps ids when a result is put in before the others, and counts positions anew", () => {
    showItems("ladle", "sieve");
    const scanner = scannerAt(address, { recipes: [recipe] });
    const before = found(scanner.scan("all"));
    list().insertAdjacentHTML("afterbegin", item("kettle"));
    const after = found(scanner.scan([list()]));
    expect(after.map(({ result }) => [result.title, result.position])).toEqual([
      [titleOf("kettle"), 1],
      [titleOf("ladle"), 2],
      [titleOf("sieve"), 3],
    ]);
    expect(after.slice(1).map(({ result }) => result.id)).toEqual(before.map(({ result }) => result.id));
    expect(new Set(after.map(({ result }) => result.id)).size).toBe(3);
    // What was read of them is not read again.
    expect(after[1]?.fields).toBe(before[0]?.fields);
  });

  test("forgets a result that left the page, and knows it again when it comes back", () => {
    showItems(...names);
    const scanner = scannerAt(address, { recipes: [recipe] });
    const before = found(scanner.scan("all"));
    const leaving = list().firstElementChild;
    leaving?.remove();
    expect(titles(scanner.scan([list()]))).toEqual(names.slice(1).map(titleOf));
    if (leaving) list().append(leaving);
    const back = found(scanner.scan([list()])).at(-1);
    expect(back?.result).toEqual({ ...before[0]?.result, position: 4 });
  });

  test("follows the page's address", () => {
    showItems(...names);
    let current = "https://shop.example/about";
    const scanner = scannerAt(address, {
      recipes: [{ ...recipe, pages: recipe.pages.map((page) => ({ ...page, matches: ["*://shop.example/search*"] })) }],
      currentUrl: () => current,
    });
    expect(scanner.scan("all").listings[0]?.recognition.by).not.toBe("recipe");
    current = address;
    expect(scanner.scan([]).listings[0]?.recognition).toMatchObject({ by: "recipe", name: "Shop" });
  });

  test("without a recipe too, reads only what changed", () => {
    showItems(...names, "skillet", "trivet");
    const scanner = scannerAt(address, { recipes: [] });
    const before = found(scanner.scan("all"));
    expect(before).toHaveLength(6);
    const text = before[2]?.root.querySelector(".about")?.firstChild;
    if (!(text instanceof Text)) throw new Error("The page lost its text.");
    text.data = "Finer than it was, and still a sentence that is long enough to read.";
    const after = found(scanner.scan([text]));
    expect(after.map((result, index) => result === before[index])).toEqual([true, true, false, true, true, true]);
    list().insertAdjacentHTML("beforeend", item("zester"));
    expect(found(scanner.scan([list()]))).toHaveLength(7);
  });
});

describe("what comes into results that are known", () => {
  const addSlots = (): void => {
    showItems(...names, "skillet", "trivet");
    for (const text of document.querySelectorAll(".about")) {
      text.outerHTML = `<div class="by">By a cook</div><div class="slot"></div>`;
    }
  };
  const fill = (slot: Element, text: string): void => {
    slot.innerHTML = `<p>${text} is told here, in a sentence that is long enough to read and says what it is about.</p>`;
  };
  const snippets = (scan: PageScan): readonly string[] => found(scan).map(({ result }) => result.snippet);

  test("is their snippet where a page that had it from the start would have it there", () => {
    addSlots();
    const scanner = scannerAt(address, { recipes: [] });
    const before = found(scanner.scan("all"));
    expect(before.map(({ result }) => result.snippet)).toEqual(["", "", "", "", "", ""]);
    const slots = [...document.querySelectorAll(".slot")];
    slots.forEach((slot, index) => fill(slot, `Number ${index}`));
    const after = scanner.scan(slots);
    expect(snippets(after)).toEqual(slots.map((slot) => slot.textContent));
    expect(snippets(scannerAt(address, { recipes: [] }).scan("all"))).toEqual(snippets(after));
    expect(found(after).map(({ result }) => result.id)).toEqual(before.map(({ result }) => result.id));
  });

  test("is looked into a few times only on a page that never stops", () => {
    showItems(...names, "skillet", "trivet");
    for (const root of document.querySelectorAll(".item")) root.insertAdjacentHTML("beforeend", "<footer></footer>");
    const looks = vi.fn<() => void>();
    let time = 0;
    const scanner = scannerAt(address, { recipes: [], takeHosts: looks, now: () => time });
    scanner.scan("all");
    const news = document.querySelector("footer")!;
    for (time = 0; time < 60_000; time += 100) {
      news.textContent = `It has been told for ${time} milliseconds that there is news.`;
      scanner.scan([news]);
    }
    expect(looks.mock.calls.length).toBeGreaterThan(3);
    expect(looks.mock.calls.length).toBeLessThan(10);
  });
});

describe("what pages show and hide", () => {
  const recipes = [recipe];
  const withMore = (state: string): void => {
    showItems(...names, "skillet", "trivet");
    document.head.innerHTML = "<style>.item:not(.open) .more { display: none }</style>";
    for (const root of document.querySelectorAll(".item")) {
      root.className = `item ${state}`;
      root.insertAdjacentHTML("beforeend", `<div class="more">More of it</div>`);
    }
  };
  const metas = (scan: PageScan): readonly string[] => found(scan).map(({ result }) => result.meta);

  test("is read again where a state changed, and nothing else is", () => {
    withMore("");
    const scanner = scannerAt(address, { recipes });
    const before = found(scanner.scan("all"));
    const second = document.querySelectorAll(".item")[1]!;
    second.className = "item open";
    const after = scanner.scan([], [second]);
    expect(metas(after)).toEqual(["", "More of it", "", "", "", ""]);
    expect(found(after).map((result, index) => result === before[index])).toEqual([
      true,
      false,
      true,
      true,
      true,
      true,
    ]);
    second.className = "item";
    expect(metas(scanner.scan([], [second]))).toEqual(["", "", "", "", "", ""]);
  });

  test("is the same result where it reads the same", () => {
    withMore("open");
    const scanner = scannerAt(address, { recipes });
    const before = found(scanner.scan("all"));
    const second = document.querySelectorAll(".item")[1]!;
    second.className = "item open seen";
    const after = found(scanner.scan([], [second, list()]));
    expect(after.map((result, index) => result === before[index])).toEqual(before.map(() => true));
    expect(after[1]?.result.meta).toBe("More of it");
  });

  test("is read again in all results where it changed around them", () => {
    withMore("open");
    list().insertAdjacentHTML("beforeend", list().innerHTML.repeat(4));
    const scanner = scannerAt(address, { recipes });
    expect(new Set(metas(scanner.scan("all")))).toEqual(new Set(["More of it"]));
    // As a class of the body would, but the styles here are not worked out anew for that.
    document.head.innerHTML = "<style>.more { display: none }</style>";
    const after = metas(scanner.scan([], [document.body]));
    expect(after).toHaveLength(30);
    expect(new Set(after)).toEqual(new Set([""]));
  });

  test("has no part in where the results are", () => {
    withMore("open");
    const scanner = scannerAt(address, { recipes: [] });
    const before = found(scanner.scan("all"));
    document.body.insertAdjacentHTML("beforeend", `<p class="closed">Elsewhere <a href="/x">it</a> changes.</p>`);
    const elsewhere = document.querySelector("p.closed")!;
    expect(found(scanner.scan([], [elsewhere])).every((result, index) => result === before[index])).toBe(true);
  });
});

describe("recipes", () => {
  test("are not used when they are switched off", () => {
    showItems(...names);
    const scan = scannerAt(address, { recipes: [recipe], useRecipes: false }).scan("all");
    expect(scan.listings.map(({ recognition }) => recognition.by)).not.toContain("recipe");
  });

  test("go by their order: the first that finds something", () => {
    showItems(...names);
    const first = { ...withResult({ root: ".item:first-child" }), name: "Mine" };
    const scan = scannerAt(address, { recipes: [first, recipe] }).scan("all");
    expect(scan.listings.map(({ recognition }) => recognition.name)).toEqual(["Mine"]);
    expect(titles(scan)).toEqual([titleOf("kettle")]);
  });

  test("that find nothing where there are results are told, and the results found without them", () => {
    showItems(...names, "skillet", "trivet");
    const scan = scannerAt(address, { recipes: [withResult({ root: ".gone" })] }).scan("all");
    expect(scan.problems).toEqual([{ code: "recipe-finds-nothing", args: ["Changed"] }]);
    expect(scan.listings[0]?.recognition.by).toBe("detector");
    expect(found(scan)).toHaveLength(6);
  });

  test("that find nothing where there is nothing are no problem", () => {
    showMarkup("<!doctype html><html><body><p>Your search matched no document.</p></body></html>");
    const scan = scannerAt(address, { recipes: [recipe] }).scan("all");
    expect(scan).toEqual({ listings: [], problems: [] });
  });

  test("with an unreadable selector are told once, and the results found without them", () => {
    showItems(...names, "skillet", "trivet");
    const scan = scannerAt(address, { recipes: [withResult({ props: { title: "h2:::" } })] }).scan("all");
    expect(scan.problems.map(({ code, args }) => [code, args[0]])).toEqual([["recipe-fails", "Changed"]]);
    expect(found(scan)).toHaveLength(6);
  });

  test("with an unreadable expression are told, and the other results found", () => {
    showItems(...names);
    const half: Recipe = {
      name: "Half",
      pages: recipe.pages.map((page) => ({
        ...page,
        results: [...page.results, { root: ".item", url: ["regexInclude", "(", ["attribute", "href", "a"]] }],
      })),
    };
    const scan = scannerAt(address, { recipes: [half] }).scan("all");
    expect(scan.problems.map(({ code }) => code)).toEqual(["recipe-fails"]);
    expect(titles(scan)).toEqual(names.map(titleOf));
  });

  test("run on the device they are for", () => {
    showItems(...names);
    const mobile = { ...recipe, pages: recipe.pages.map((page) => ({ ...page, userAgent: "mobile" as const })) };
    const by = (userAgent: "desktop" | "mobile" | "any"): boolean =>
      scannerAt(address, { recipes: [mobile], userAgent })
        .scan("all")
        .listings.some(({ recognition }) => recognition.by === "recipe");
    expect([by("desktop"), by("mobile"), by("any")]).toEqual([false, true, true]);
  });
});

describe("one result", () => {
  test("is kept without an address, with the domain it shows", () => {
    showItems(...names);
    const read = (url: Recipe["pages"][number]["results"][number]["url"]): readonly (readonly (string | null)[])[] =>
      found(scannerAt(address, { recipes: [withResult({ url })] }).scan("all"))
        .slice(0, 1)
        .map(({ result }) => [result.title, result.url, result.host]);
    expect(read(["attribute", "href", "a"])).toEqual([[titleOf("kettle"), null, null]]);
    expect(read(["domainToURL", ["const", "See WWW.Bücher.example › new"]])).toEqual([
      [titleOf("kettle"), null, "www.xn--bcher-kva.example"],
    ]);
  });

  test("may have a title that is an attribute", () => {
    showMarkup(
      '<!doctype html><html><body><figure class="item" data-name="A kettle"><a href="https://a.example/">x</a></figure></body></html>',
    );
    const attribute = withResult({ url: ["property", "href", "a"], props: { title: ["attribute", "data-name"] } });
    expect(titles(scannerAt(address, { recipes: [attribute] }).scan("all"))).toEqual(["A kettle"]);
  });

  test("inside another goes with it, unless the outer one only wraps several", () => {
    showMarkup(`<!doctype html><html><body>
      <div class="item" id="outer"><h2><a href="/a">Outer</a></h2><div class="item"><h2><a href="/b">Inner</a></h2></div></div>
      <div class="item" id="wrapper"><div class="item"><h2><a href="/c">One</a></h2></div><div class="item"><h2><a href="/d">Two</a></h2></div></div>
    </body></html>`);
    const scan = scannerAt(address, { recipes: [recipe] }).scan("all");
    expect(titles(scan)).toEqual(["Outer", "One", "Two"]);
  });

  test("is taken by the first of several kinds that share its title", () => {
    showMarkup(
      '<!doctype html><html><body><section class="card"><div class="item"><h2><a href="/a">One</a></h2></div></section></body></html>',
    );
    const kinds: Recipe = {
      name: "Kinds",
      pages: recipe.pages.map((page) => ({
        ...page,
        results: [...page.results, { root: ".card", url: ["property", "href", "a"], props: { title: "h2" } }],
      })),
    };
    const scan = scannerAt(address, { recipes: [kinds] }).scan("all");
    expect(found(scan).map(({ root }) => root.className)).toEqual(["item"]);
  });

  test("can span several elements", () => {
    showPage("duckduckgo-lite");
    const [first] = found(scannerAt("https://lite.duckduckgo.com/lite/").scan("all"));
    expect(first?.parts.map(({ localName }) => localName)).toEqual(["tr", "tr"]);
    expect(first?.result.meta).toContain("moss.example.org/garden");
  });
});
