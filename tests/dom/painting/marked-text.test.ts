import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { readFieldTexts } from "@/dom-text/read-field-texts.ts";
import { createMarkPainter } from "@/painting/mark-painter.ts";
import type { Painter } from "@/painting/painter.ts";

import { changeText, knowNodes, textChangeKinds } from "../../support/change-text.ts";
import type { TextChange } from "../../support/change-text.ts";
import { buildTargets, lists, targetOf } from "./build-targets.ts";
import { buildTree, resultTree } from "./random-results.ts";
import { useTrueIterator } from "./true-iterator.ts";

useTrueIterator();

const createPainter = (): Painter => {
  const painter = createMarkPainter();
  painter.useLists(lists);
  return painter;
};

/** Changes of the page reach the painter by the end of the task. */
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const change: fc.Arbitrary<TextChange> = fc.record({
  // There are no live ranges here, nor do texts begin alike that need them.
  kind: fc.constantFrom(...textChangeKinds.slice(0, textChangeKinds.indexOf("append"))),
  at: fc.nat(),
  text: fc.constantFrom("needle Xx", "Zq", "", "hay"),
});

describe("text that mark.js has painted", () => {
  it("is what it would be without marks, whatever the page does", async () => {
    await fc.assert(
      fc.asyncProperty(
        resultTree,
        fc.array(fc.tuple(change, fc.boolean()), { minLength: 1, maxLength: 6 }),
        async (tree, changes) => {
          const { places } = buildTree(tree);
          const known = knowNodes(places.root);
          const twin = knowNodes(places.root.cloneNode(true) as Element);
          const painter = createPainter();
          painter.paint([targetOf(places)]);
          for (const [wanted, repaints] of changes) {
            changeText([known, twin], wanted);
            await settle();
            expect(places.root.textContent).toBe(twin.root.textContent);
            if (repaints) painter.paint([targetOf(places)]);
            expect(places.root.textContent).toBe(twin.root.textContent);
            // From here on the page would know other nodes than it knew.
            if (["wrapEach", "normalize"].includes(wanted.kind)) break;
          }
          painter.clear();
          expect(places.root.textContent).toBe(twin.root.textContent);
          expect(document.querySelectorAll("mark").length).toBe(0);
        },
      ),
      { numRuns: 400 },
    );
  });

  const paragraph = (): Element => document.querySelector("p")!;
  const painted = (text: string): Painter => {
    const painter = createPainter();
    painter.paint(buildTargets(`<h3>x</h3><p>${text}</p>`));
    return painter;
  };

  it.each([["needle runs deep and needle stays"], ["a needle"], ["needle"]])(
    "stays where the page joins its text nodes: %s",
    async (text) => {
      const painter = painted(text);
      document.body.normalize();
      await settle();
      document.body.normalize();
      await settle();
      expect(paragraph().textContent).toBe(text);
      painter.clear();
      expect(paragraph().innerHTML).toBe(text);
    },
  );

  it("stays where the page joins two texts that were both marked", async () => {
    const painter = painted("a needle in");
    const again = document.createTextNode("hay and so on");
    paragraph().append(again);
    const root = document.querySelector("article")!;
    const places = { root, parts: [], title: root.querySelector("h3"), snippet: [paragraph()] };
    painter.paint([targetOf(places)]);
    document.body.normalize();
    await settle();
    painter.clear();
    expect(paragraph().innerHTML).toBe("a needle inhay and so on");
  });

  it("goes with its node after the page joined text nodes", async () => {
    painted("needle runs");
    const node = paragraph().firstChild!;
    paragraph().lastElementChild?.normalize();
    await settle();
    node.remove();
    await settle();
    expect(paragraph().textContent).toBe("");
    expect(node.textContent).toBe("needle runs");
  });

  it("is all there where the page puts another element around each text", async () => {
    painted("fresh needle runs deep and needle stays");
    const trees = [knowNodes(paragraph())];
    changeText(trees, { kind: "wrapEach", at: 0, text: "" });
    await settle();
    expect(paragraph().textContent).toBe("fresh needle runs deep and needle stays");
  });

  it("goes where the page writes the very text that stands before the first mark", async () => {
    painted("needle runs");
    (paragraph().firstChild as Text).data = "";
    await settle();
    expect(paragraph().textContent).toBe("");
  });

  it("keeps its marks where another text of the result changes", () => {
    const painter = createPainter();
    const [target] = buildTargets("<h3>a needle</h3><p>fresh hay runs <b>1</b></p>");
    painter.paint([target!]);
    const marks = [...document.querySelectorAll("mark")];
    document.querySelector("b")!.textContent = "2 hay";
    const { root } = target!;
    const places = { root, parts: [], title: root.querySelector("h3"), snippet: [...root.querySelectorAll("p")] };
    painter.paint([targetOf(places)]);
    expect([...document.querySelectorAll("mark")].slice(0, 2)).toStrictEqual(marks);
    expect(marks.every(({ isConnected }) => isConnected)).toBe(true);
    expect(document.querySelectorAll("mark").length).toBe(3);
    expect(readFieldTexts(places).snippet.text).toBe("fresh hay runs 2 hay");
  });
});
