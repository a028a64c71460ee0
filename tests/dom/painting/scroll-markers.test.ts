import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { createScrollMarkers } from "@/painting/scroll-markers.ts";

import { buildTargets, lists, rootsOf } from "./build-targets.ts";
import { scrollTo, useFakeHighlights, watchedCount } from "./fake-highlights.ts";

useFakeHighlights();

let resize = (): void => undefined;

/** Each line of this page is 100 pixels high, by the number in its element's id. */
const rectOf = (range: Range): DOMRect => {
  const line = Number(range.startContainer.parentElement?.closest("[id]")?.id ?? 0);
  return new DOMRect(0, line * 100 - 10, 50, 20);
};

beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(onResize: () => void) {
        resize = onResize;
      }
      observe = (): void => undefined;
      disconnect = (): void => undefined;
    },
  );
  vi.spyOn(Range.prototype, "getBoundingClientRect").mockImplementation(function (this: Range) {
    return rectOf(this);
  });
  vi.spyOn(Element.prototype, "attachShadow");
  vi.spyOn(document.documentElement, "scrollHeight", "get").mockReturnValue(2000);
  vi.spyOn(document.documentElement, "clientHeight", "get").mockReturnValue(500);
});
afterEach(() => vi.restoreAllMocks());

/** The marks themselves, in the shadow root that was attached last. */
const markElements = (): HTMLElement[] => {
  // The root is closed to everybody but the one who attached it.
  const { results } = vi.mocked(Element.prototype).attachShadow.mock;
  const attached: unknown = results.at(-1)?.value;
  return attached instanceof ShadowRoot ? [...attached.querySelectorAll("i")] : [];
};
const marks = (): string[] =>
  markElements()
    .map((mark) => `${mark.style.top} ${mark.style.left} ${mark.className}`.trimEnd())
    .toSorted((a, b) => Number.parseFloat(a) - Number.parseFloat(b));

const start = () => {
  const targets = buildTargets(
    '<h3 id="2">needle</h3><p id="5">hay</p>',
    '<h3 id="10">needle</h3>',
    "<h3>nothing</h3>",
  );
  const markers = createScrollMarkers(document);
  markers.useLists(lists.slice(0, 2));
  markers.show(targets);
  return { markers, targets };
};

describe("the marks along the scroll bar", () => {
  it("stand where the hits are, each list in a lane of its own", async () => {
    const { targets } = start();
    await scrollTo(rootsOf(targets));
    expect(marks()).toStrictEqual(["10.00% 0%", "25.00% 50%", "50.00% 0%"]);
    // Once their places are known, nothing is watched any longer.
    expect(watchedCount()).toBe(0);
  });

  it("tell the current hit from the others", async () => {
    const { markers, targets } = start();
    await scrollTo(rootsOf(targets));
    const [, second] = targets;
    markers.setCurrent({ target: second!, hit: second!.hits[0]! });
    await scrollTo([second!.root]);
    expect(marks()).toStrictEqual(["10.00% 0%", "25.00% 50%", "50.00% 0% current"]);
    markers.setCurrent(null);
    await scrollTo([second!.root]);
    expect(marks()).toStrictEqual(["10.00% 0%", "25.00% 50%", "50.00% 0%"]);
  });

  it("follow the page's size", async () => {
    const { targets } = start();
    await scrollTo(rootsOf(targets));
    vi.spyOn(document.documentElement, "scrollHeight", "get").mockReturnValue(4000);
    resize();
    await scrollTo(rootsOf(targets));
    expect(marks()).toStrictEqual(["5.00% 0%", "12.50% 50%", "25.00% 0%"]);
  });

  it("are not there where the page does not scroll", async () => {
    vi.spyOn(document.documentElement, "scrollHeight", "get").mockReturnValue(500);
    const { targets } = start();
    await scrollTo(rootsOf(targets));
    expect(marks()).toStrictEqual([]);
  });

  it("go with their results, and at the end without a trace", async () => {
    const before = document.documentElement.outerHTML;
    const { markers, targets } = start();
    const body = document.body.outerHTML;
    await scrollTo(rootsOf(targets));
    expect(document.body.outerHTML).toBe(body);
    markers.forget([targets[0]!.root]);
    expect(marks()).toStrictEqual(["50.00% 0%"]);
    markers.clear();
    document.body.replaceChildren();
    expect(document.documentElement.outerHTML.replace(/<body>.*<\/body>/s, "")).toBe(
      before.replace(/<body>.*<\/body>/s, ""),
    );
  });

  it("stay the same elements while others come and go, so that a press on one is not lost", async () => {
    const { markers, targets } = start();
    await scrollTo(rootsOf(targets));
    const [, , last] = markElements();
    markers.forget([targets[0]!.root]);
    expect(markElements()).toStrictEqual([last]);
    expect(markElements()[0]).toBe(last);
    markers.show([targets[0]!]);
    await scrollTo([targets[0]!.root]);
    expect(markElements()).toHaveLength(3);
    expect(markElements()).toContain(last);
  });

  it("scroll to their hit when they are clicked", async () => {
    const { targets } = start();
    await scrollTo(rootsOf(targets));
    const scroll = vi.spyOn(window, "scrollTo").mockImplementation(() => undefined);
    markElements()[2]?.click();
    expect(scroll).toHaveBeenCalledWith({ top: 750, behavior: "instant" });
  });
});
