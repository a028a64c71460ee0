import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { createMarkPainter } from "@/painting/mark-painter.ts";
import type { Painter, PaintTarget } from "@/painting/painter.ts";

import { buildTargets, lists, rootsOf, targetOf } from "./build-targets.ts";
import { mutatePage, pageMutation } from "./mutate-page.ts";
import { buildTree, resultTree } from "./random-results.ts";
import { useTrueIterator } from "./true-iterator.ts";

useTrueIterator();

const paint = (targets: readonly PaintTarget[]): Painter => {
  const painter = createMarkPainter();
  painter.useLists(lists);
  painter.paint(targets);
  return painter;
};

const marks = (): string[] =>
  [...document.querySelectorAll("mark.winnow-hit")].map(
    (mark) => `${mark.getAttribute("data-winnow-list")}: ${mark.textContent}`,
  );

/** Every node under an element with what it holds, to compare structure and identity. */
const nodesUnder = (element: Element): (readonly [Node, string | null])[] => {
  const walker = document.createTreeWalker(element);
  const nodes: (readonly [Node, string | null])[] = [];
  while (walker.nextNode() !== null) {
    nodes.push([walker.currentNode, walker.currentNode.nodeValue]);
  }
  return nodes;
};

/** Changes of the page reach the painter by the end of the task. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("the mark.js painter", () => {
  it("wraps hits into marks that name their list", () => {
    const painter = paint(buildTargets("<h3>A nee<b>dle</b> in</h3><p>hay and hay</p>"));
    expect(marks()).toStrictEqual(["needles: nee", "needles: dle", "hay: hay", "hay: hay"]);
    painter.clear();
    expect(marks()).toStrictEqual([]);
  });

  it("gives a place to the longest hit", () => {
    paint(buildTargets("<h3>need a needle</h3>"));
    expect(marks()).toStrictEqual(["short: need", "needles: needle"]);
  });

  it("paints anew and forgets", () => {
    const targets = buildTargets("<h3>needle</h3>", "<h3>hay</h3>");
    const painter = paint(targets);
    painter.useLists(lists.slice(0, 1));
    painter.paint(targets);
    expect(marks()).toStrictEqual(["needles: needle"]);
    painter.forget(rootsOf(targets));
    expect(marks()).toStrictEqual([]);
  });

  it("marks the current hit until there is another", () => {
    const targets = buildTargets("<h3>nee<b>dle</b></h3>", "<h3>hay</h3>");
    const painter = paint(targets);
    const current = (): string[] =>
      [...document.querySelectorAll("[data-winnow-current]")].map(({ textContent }) => textContent);
    const [first, second] = targets as [PaintTarget, PaintTarget];
    const [needle] = first.hits;
    const [hay] = second.hits;
    if (needle === undefined || hay === undefined) {
      throw new Error("No hits");
    }
    expect(painter.setCurrent({ target: first, hit: needle })?.localName).toBe("mark");
    expect(current()).toStrictEqual(["nee", "dle"]);
    painter.setCurrent({ target: second, hit: hay });
    expect(current()).toStrictEqual(["hay"]);
    painter.setCurrent(null);
    expect(current()).toStrictEqual([]);
  });

  it("keeps the current hit when its result is painted anew, as long as it is there", () => {
    const [target] = buildTargets("<h3>a needle in hay</h3>") as [PaintTarget];
    const painter = paint([target]);
    const hay = target.hits.find(({ list }) => list === "hay")!;
    painter.setCurrent({ target, hit: hay });
    const current = (): (string | null)[] =>
      [...document.querySelectorAll("[data-winnow-current]")].map(({ textContent }) => textContent);
    painter.paint([{ ...target, hits: target.hits.map((one) => ({ ...one, line: 4 })) }]);
    expect(current()).toStrictEqual(["hay"]);
    painter.paint([{ ...target, hits: target.hits.filter((one) => one !== hay) }]);
    painter.paint([target]);
    expect(current()).toStrictEqual([]);
  });

  it("gives way when the page writes to a text that it had marked", async () => {
    const painter = paint(buildTargets("<h3>a needle in hay</h3>"));
    const text = document.querySelector("h3")?.firstChild as Text;
    text.data = "another text";
    await settle();
    expect(document.body.innerHTML).toBe("<article><h3>another text</h3></article>");
    painter.clear();
    expect(document.body.innerHTML).toBe("<article><h3>another text</h3></article>");
  });

  it("gives way when the page takes a text away that it had marked", async () => {
    paint(buildTargets("<h3>a needle in hay</h3>"));
    document.querySelector("h3")?.firstChild?.remove();
    await settle();
    expect(document.body.innerHTML).toBe("<article><h3></h3></article>");
  });

  it("puts back the very text nodes that were there, none joined and none split", () => {
    fc.assert(
      fc.property(resultTree, (tree) => {
        const target = targetOf(buildTree(tree).places);
        const html = document.documentElement.outerHTML;
        const nodes = nodesUnder(document.body);
        const painter = paint([target]);
        painter.clear();
        expect(document.documentElement.outerHTML).toBe(html);
        const now = nodesUnder(document.body);
        expect(now.length).toBe(nodes.length);
        expect(now.every(([node, value], index) => node === nodes[index]?.[0] && value === nodes[index]?.[1])).toBe(
          true,
        );
      }),
    );
  });

  it("marks the texts of the hits and nothing else", () => {
    fc.assert(
      fc.property(resultTree, (tree) => {
        const target = targetOf(buildTree(tree).places);
        const painter = paint([target]);
        const texts = new Set([...document.querySelectorAll("mark")].map(({ textContent }) => textContent));
        for (const text of texts) {
          expect("needle hay need").toContain(text);
        }
        const longest = target.hits.filter(({ list }) => list !== "short");
        expect(document.querySelectorAll("mark").length).toBeGreaterThanOrEqual(longest.length);
        painter.clear();
      }),
    );
  });

  it("leaves no marks behind, whatever the page did in the meantime", async () => {
    await fc.assert(
      fc.asyncProperty(resultTree, fc.array(pageMutation, { maxLength: 5 }), async (tree, mutations) => {
        const target = targetOf(buildTree(tree).places);
        const painter = paint([target]);
        for (const mutation of mutations) {
          mutatePage(target.root, mutation);
          await settle();
        }
        painter.clear();
        expect(document.querySelectorAll("mark").length).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
