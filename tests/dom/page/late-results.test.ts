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

const late = (selector = "") => {
  const results = createLateResults({
    expected: () => selector,
    roots: () => document.querySelectorAll("ul > [data-winnow-verdict]"),
  });
  results.remember();
  return results;
};
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

  test("is covered where results stood that have left, and no more where the place has left, too", () => {
    const results = late();
    document.querySelector("ul")!.replaceChildren();
    results.remember();
    results.take(add("ul", '<li id="c"></li><hr id="line">'));
    expect(covered).toEqual(["c"]);
    const [list] = document.getElementsByTagName("ul");
    list!.remove();
    results.remember();
    document.body.append(list!);
    results.take(add("ul", '<li id="d"></li>'));
    expect(covered).toEqual(["c"]);
  });

  test("is not covered where it was judged, or holds what was", () => {
    late(".r").take([...document.querySelectorAll("li")]);
    late("ul").take([document.querySelector("ul")!]);
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

  describe("on a page that brings its results anew", () => {
    let time = 0;
    const renewed = () => {
      time = 0;
      const roots = [...document.querySelectorAll("ul > li")];
      const results = createLateResults({
        expected: () => ".r",
        roots: () => roots,
        now: () => time,
      });
      /** Replaces all results after some milliseconds; gives whether what came is covered. */
      const replaceAfter = (pause: number): boolean => {
        time += pause;
        document.querySelector("ul")!.replaceChildren();
        covered = [];
        results.take(add("ul", '<li id="c" class="r"></li>'));
        results.willBeLookedAt();
        return covered.length > 0;
      };
      const look = (after: number): void => {
        time += after;
        results.isLookedAt();
        results.uncover();
        roots.splice(0, Infinity, ...document.querySelectorAll("ul > li"));
      };
      return { results, roots, replaceAfter, look };
    };

    test("is covered for 750 milliseconds in all, and again when the page has rested", () => {
      const { replaceAfter } = renewed();
      expect(replaceAfter(0)).toBe(true);
      expect(Array.from({ length: 24 }, () => replaceAfter(30)).includes(false)).toBe(false);
      expect(Array.from({ length: 200 }, () => replaceAfter(30)).includes(true)).toBe(false);
      expect([replaceAfter(2999), replaceAfter(3000)]).toEqual([false, true]);
    });

    test("the time between a look and the next results costs nothing", () => {
      const { replaceAfter, look } = renewed();
      for (let round = 0; round < 50; round++) {
        expect(replaceAfter(500)).toBe(true);
        look(50);
      }
      expect(replaceAfter(50)).toBe(true);
      look(600);
      expect(replaceAfter(50)).toBe(false);
    });

    test("results that are added to others cost nothing either, however long they wait", () => {
      const { results, roots } = renewed();
      for (let round = 0; round < 20; round++) {
        const added = add("ul", `<li id="late${String(round)}" class="r"></li>`);
        results.take(added);
        expect(covered).toContain(`late${String(round)}`);
        results.willBeLookedAt();
        time += 700;
        results.isLookedAt();
        results.uncover();
        roots.push(...added);
      }
    });
  });
});
