import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { createViewWatch } from "@/painting/view-watch.ts";

let tell: (entries: readonly object[]) => void = () => undefined;
const observed = new Set<Element>();

class FakeObserver {
  constructor(callback: (entries: readonly object[]) => void) {
    tell = callback;
  }
  readonly observe = (element: Element) => observed.add(element);
  readonly unobserve = (element: Element) => observed.delete(element);
  readonly disconnect = () => observed.clear();
}

beforeEach(() => {
  observed.clear();
  vi.stubGlobal("IntersectionObserver", FakeObserver);
  // Nothing is laid out here: what is shown takes up room.
  vi.spyOn(Element.prototype, "getBoundingClientRect").mockImplementation(function (this: Element) {
    const { display, height } = getComputedStyle(this);
    const size = display === "none" || display === "contents" ? 0 : 10;
    return new DOMRect(0, 0, size, height === "0px" ? 0 : size);
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const entry = (target: Element, width: number, isIntersecting = width > 0) => ({
  target,
  isIntersecting,
  boundingClientRect: new DOMRect(0, 0, width, width),
});
const find = (selector: string): Element => document.querySelector(selector)!;

test("an element without a box is judged by the first in it that has one, and by another when that is gone", async () => {
  document.body.innerHTML = `<ul><li style="display: contents"><template style="display: none"></template>
    <div class="outer" style="display: contents"><i style="display: none"></i><p>One</p></div></li></ul>`;
  const told = vi.fn<(element: Element, near: boolean) => void>();
  const watch = createViewWatch(told);
  const item = find("li");
  watch.watch(item);
  await vi.waitFor(() => expect([...observed]).toEqual([item]));
  tell([entry(item, 0)]);
  expect([...observed]).toEqual([find("p")]);
  expect(told).not.toHaveBeenCalled();
  tell([entry(find("p"), 100)]);
  expect(told.mock.calls).toEqual([[item, true]]);

  const gone = find("p");
  find(".outer").innerHTML = "<b style='display: block'>Two</b>";
  tell([entry(gone, 0)]);
  expect([...observed]).toEqual([find("b")]);
  tell([entry(find("b"), 0)]);
  expect(told.mock.calls.at(-1)).toEqual([item, false]);
  watch.unwatch(item);
  expect(observed.size).toBe(0);
});

test("what stood in for an element that is watched again is not waited for once it is gone", async () => {
  document.body.innerHTML = `<section style="display: contents"><p>One</p></section>`;
  const watch = createViewWatch(() => undefined);
  const section = find("section");
  watch.watch(section);
  await vi.waitFor(() => expect(observed.size).toBe(1));
  tell([entry(section, 0)]);
  section.innerHTML = "<p>Two</p>";
  watch.watch(section);
  await vi.waitFor(() => expect([...observed]).toEqual([section]));
});

test("an element without height is judged by what stands in it", async () => {
  document.body.innerHTML = `<article style="height: 0px"><div style="position: absolute"><p>One</p></div></article>`;
  const watch = createViewWatch(() => undefined);
  watch.watch(find("article"));
  await vi.waitFor(() => expect(observed.size).toBe(1));
  tell([{ target: find("article"), isIntersecting: false, boundingClientRect: new DOMRect(0, 0, 600, 0) }]);
  expect([...observed]).toEqual([find("div")]);
});
