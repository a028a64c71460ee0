import { beforeEach, describe, expect, test, vi } from "vitest";

import { createLateResults } from "@/page/late-results.ts";

/** What is covered now, by its id. */
let covered: string[] = [];
let longest = 0;

beforeEach(() => {
  covered = [];
  longest = 0;
  vi.spyOn(Element.prototype, "animate").mockImplementation(function animate(this: Element, _, options) {
    const { id } = this;
    covered.push(id);
    longest = Math.max(longest, typeof options === "number" ? options : Number.POSITIVE_INFINITY);
    return { finish: () => (covered = covered.filter((one) => one !== id)) } as unknown as Animation;
  });
  document.body.innerHTML =
    '<ul><li id="a" class="r" data-winnow-verdict="show"></li><li id="b" class="r" data-winnow-verdict="hide"></li></ul>' +
    '<div id="elsewhere"></div>';
});

const late = (selector = "", isWanted = true) =>
  createLateResults({
    expected: () => selector,
    roots: () => document.querySelectorAll("ul > [data-winnow-verdict]"),
    isWanted: () => isWanted,
  });
const add = (parent: string, html: string): Element[] => {
  const holder = document.createElement("div");
  holder.innerHTML = html;
  const added = [...holder.children];
  document.querySelector(parent)!.append(...added);
  return added;
};

describe("what comes late and may be a result", () => {
  test("is covered where results stand beside it, and where a recipe expects it", () => {
    late().take(add("ul", '<li id="c"></li><hr id="line">'));
    expect(covered).toEqual(["c"]);
    late().take(add("#elsewhere", '<p id="text"></p>'));
    late(".r").take(add("#elsewhere", '<section><p id="d" class="r"></p></section><p id="e"></p>'));
    expect(covered).toEqual(["c", "d"]);
    // What is put into something that was there is part of it.
    const [box] = add("#elsewhere", '<div id="f"></div>');
    late("div:has(> i)").take(add("#f", "<i></i>"));
    expect([box?.id, covered.at(-1)]).toEqual(["f", "f"]);
  });

  test("is not covered where it was judged, holds what was, or nothing can be taken away", () => {
    late(".r").take([...document.querySelectorAll("li")]);
    late("ul").take([document.querySelector("ul")!]);
    late("", false).take(add("ul", '<li id="c"></li>'));
    expect(covered).toEqual([]);
  });

  test("is shown once it was looked at, and not before", () => {
    const results = late();
    const [c] = add("ul", '<li id="c"><p></p></li>');
    results.take([c!]);
    results.isLookedAt();
    results.uncover();
    expect(covered).toEqual(["c"]);
    results.willBeLookedAt();
    results.isLookedAt();
    results.take(add("ul", '<li id="d"></li>'));
    expect([results.holds(c!), results.holds(c!.firstElementChild!), results.isOn()]).toEqual([true, true, true]);
    results.uncover();
    expect(covered).toEqual(["d"]);
    expect(results.holds(c!)).toBe(false);
    results.clear();
    expect([covered, results.isOn()]).toEqual([[], false]);
  });

  test("shows by itself within a second, and only so many are covered as are seen at a time", () => {
    late().take(add("ul", "<li></li>".repeat(5000)));
    expect(covered.length).toBe(300);
    expect(longest).toBeLessThanOrEqual(1000);
  });
});
