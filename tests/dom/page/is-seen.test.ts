import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import { isCutOff } from "@/page/is-seen.ts";

/** Every box is a hundred pixels high, and every stretch of text stands below it. */
beforeEach(() => {
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 100, 100));
  vi.spyOn(Range.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 500, 100, 20));
});
afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const textIn = (element: Element): Range => {
  const range = document.createRange();
  range.selectNodeContents(element.firstChild!);
  return range;
};

const resultIn = (place: Element | ShadowRoot): Element => {
  const root = document.createElement("article");
  root.innerHTML = "<p>text</p>";
  place.append(root);
  return root;
};

const hostThatClips = (): HTMLElement => {
  const host = document.createElement("div");
  host.style.overflowY = "hidden";
  document.body.append(host);
  return host;
};

describe("a text that is cut off", () => {
  test("is so by a box of its result", () => {
    const root = resultIn(document.body);
    root.firstElementChild!.setAttribute("style", "overflow-y: hidden");
    expect(isCutOff(textIn(root.firstElementChild!), root)).toBe(true);
  });

  test("is none by a box around its result, which may be one that the page scrolls within", () => {
    const root = resultIn(hostThatClips());
    expect(isCutOff(textIn(root.firstElementChild!), root)).toBe(false);
  });

  test("is none by a box around its result that stands directly in a shadow tree", () => {
    const root = resultIn(hostThatClips().attachShadow({ mode: "open" }));
    expect(isCutOff(textIn(root.firstElementChild!), root)).toBe(false);
  });
});
