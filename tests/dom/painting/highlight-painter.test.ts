import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";

import type { FieldText } from "@/dom-text/field-text.ts";
import { createHighlightPainter } from "@/painting/highlight-painter.ts";
import type { Painter, PaintTarget } from "@/painting/painter.ts";

import { buildTargets, lists, rootsOf, targetOf } from "./build-targets.ts";
import { litRanges, scrollTo, useFakeHighlights, watchedCount } from "./fake-highlights.ts";
import { mutatePage, pageMutation } from "./mutate-page.ts";
import { buildTree, resultTree } from "./random-results.ts";

useFakeHighlights();

const paint = (targets: readonly PaintTarget[]): Painter => {
  const painter = createHighlightPainter();
  painter.useLists(lists);
  painter.paint(targets);
  return painter;
};

const lit = (): string[] =>
  litRanges()
    .map(({ name, text }) => `${name}: ${text}`)
    .toSorted();

/** A target with so many hits that nothing of the next ones is painted before it is known to be near. */
const crowded = `<p>${"hay ".repeat(200)}</p>`;

describe("the highlight painter", () => {
  it("registers a highlight for each colour, without touching the page", () => {
    const targets = buildTargets("<h3>A nee<b>dle</b></h3><p>in hay</p>");
    const before = document.documentElement.outerHTML;
    paint(targets);
    expect(lit()).toStrictEqual(["winnow-1: needle", "winnow-2: hay"]);
    expect(document.documentElement.outerHTML).toBe(before);
  });

  it("registers what is near the view, and takes it out when it is no longer", async () => {
    const targets = buildTargets(crowded, "<h3>needle</h3>", "<h3>hay</h3>");
    const [first, second, third] = rootsOf(targets) as [Element, Element, Element];
    paint(targets);
    expect(new Set(lit())).toStrictEqual(new Set(["winnow-2: hay"]));
    await scrollTo([second]);
    expect(lit()).toStrictEqual(["winnow-1: needle"]);
    await scrollTo([second, third]);
    expect(lit()).toStrictEqual(["winnow-1: needle", "winnow-2: hay"]);
    await scrollTo([first]);
    expect(lit()).toHaveLength(200);
  });

  it("registers everything while the page is printed", async () => {
    const targets = buildTargets("<h3>needle</h3>", "<h3>hay</h3>");
    const [first] = rootsOf(targets) as [Element, Element];
    const painter = paint(targets);
    await scrollTo([first]);
    expect(lit()).toStrictEqual(["winnow-1: needle"]);
    dispatchEvent(new Event("beforeprint"));
    expect(lit()).toStrictEqual(["winnow-1: needle", "winnow-2: hay"]);
    dispatchEvent(new Event("afterprint"));
    expect(lit()).toStrictEqual(["winnow-1: needle"]);
    painter.clear();
    dispatchEvent(new Event("beforeprint"));
    expect(lit()).toStrictEqual([]);
  });

  it("keeps everything registered when it is told only while the page is printed what is near the view", async () => {
    const [crowd, other, late] = buildTargets(crowded, "<h3>needle</h3>", "<h3>needle</h3>") as [
      PaintTarget,
      PaintTarget,
      PaintTarget,
    ];
    const painter = paint([crowd, other]);
    dispatchEvent(new Event("beforeprint"));
    await scrollTo([crowd.root]);
    expect(lit()).toHaveLength(201);
    painter.paint([late, other]);
    expect(lit()).toHaveLength(202);
    dispatchEvent(new Event("afterprint"));
    expect(lit()).toHaveLength(200);
  });

  it("does not watch results without hits", () => {
    paint(buildTargets("<h3>nothing</h3>"));
    expect(watchedCount()).toBe(0);
  });

  it("paints a target anew", () => {
    const painter = paint(buildTargets("<h3>needle</h3>"));
    const root = document.querySelector("article") as Element;
    (root.querySelector("h3") as Element).textContent = "hay and needle";
    painter.paint([targetOf({ root, parts: [], title: root.querySelector("h3"), snippet: [] })]);
    expect(lit()).toStrictEqual(["winnow-1: needle", "winnow-2: hay"]);
    painter.paint([{ ...targetOf({ root, parts: [], title: null, snippet: [] }), hits: [] }]);
    expect(lit()).toStrictEqual([]);
  });

  it("paints in the colours that lists have now, and leaves out lists that are gone", () => {
    const targets = buildTargets("<h3>needle hay</h3>");
    const painter = paint(targets);
    painter.useLists([{ id: "hay", color: 7 }]);
    painter.paint(targets);
    expect(lit()).toStrictEqual(["winnow-7: hay"]);
  });

  it("forgets targets", () => {
    const targets = buildTargets("<h3>needle</h3>", "<h3>hay</h3>");
    paint(targets).forget(rootsOf(targets).slice(0, 1));
    expect(lit()).toStrictEqual(["winnow-2: hay"]);
  });

  it("marks the current hit above the others until there is another", () => {
    const targets = buildTargets("<h3>needle</h3>", "<h3>hay</h3>");
    const [first, second] = targets as [PaintTarget, PaintTarget];
    const painter = paint(targets);
    const setCurrent = (target: PaintTarget): Element | null => {
      const hit = target.hits[0];
      return hit === undefined ? null : painter.setCurrent({ target, hit });
    };
    expect(setCurrent(first)?.localName).toBe("h3");
    expect(lit()).toContain("winnow-current: needle");
    setCurrent(second);
    expect(lit()).not.toContain("winnow-current: needle");
    expect(lit()).toContain("winnow-current: hay");
    expect(CSS.highlights.get("winnow-current")?.priority).toBe(1);
    painter.setCurrent(null);
    expect(lit()).not.toContain("winnow-current: hay");
  });

  it("keeps the current hit when its result is painted anew, as long as it is there", () => {
    const [target] = buildTargets("<h3>a needle in hay</h3>") as [PaintTarget];
    const painter = paint([target]);
    const title = document.querySelector("h3") as Element;
    const readAgain = (): PaintTarget => targetOf({ root: target.root, parts: [], title, snippet: [] });
    painter.setCurrent({ target, hit: target.hits.find(({ list }) => list === "hay")! });
    title.textContent = "a needle in hay";
    painter.paint([readAgain()]);
    expect(lit()).toContain("winnow-current: hay");
    title.textContent = "hay, and no needle";
    painter.paint([readAgain()]);
    expect(lit().filter((one) => one.startsWith("winnow-current"))).toStrictEqual([]);
  });

  it("puts its highlights back when the page threw them out, and leaves the page's own alone", () => {
    const targets = buildTargets("<h3>needle</h3>");
    const own = new Highlight();
    const painter = paint(targets);
    CSS.highlights.clear();
    CSS.highlights.set("the-page's", own);
    painter.paint(targets);
    expect(lit()).toStrictEqual(["winnow-1: needle"]);
    painter.clear();
    expect([...CSS.highlights.keys()]).toStrictEqual(["the-page's"]);
  });

  it("looks up no nodes of targets that are far from the view", async () => {
    const targets = buildTargets(crowded, "<h3>needle</h3>");
    const far = targets[1] as PaintTarget;
    const locate = vi.fn<FieldText["locate"]>((span) => far.fields.title.locate(span));
    const title: FieldText = { text: far.fields.title.text, locate, isSameAs: () => false };
    paint([targets[0] as PaintTarget, { ...far, fields: { ...far.fields, title } }]);
    expect(locate).not.toHaveBeenCalled();
    await scrollTo([far.root]);
    expect(locate).toHaveBeenCalled();
  });

  it("never leaves paint on what no longer says what was found, whatever the page does", async () => {
    await fc.assert(
      fc.asyncProperty(resultTree, fc.array(pageMutation, { maxLength: 6 }), async (tree, mutations) => {
        CSS.highlights.clear();
        const target = targetOf(buildTree(tree).places);
        const painter = paint([target]);
        for (const mutation of mutations) {
          mutatePage(target.root, mutation);
          // The painter is told by the end of the task, before the page is drawn.
          await new Promise((resolve) => setTimeout(resolve));
          for (const { text } of litRanges()) {
            expect(["needle", "hay", "need"]).toContain(text);
          }
        }
        painter.clear();
        expect(CSS.highlights.size).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
