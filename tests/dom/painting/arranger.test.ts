import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import { createArranger } from "@/painting/arranging/arranger.ts";
import type { MovedResult } from "@/painting/arranging/result-units.ts";

const find = (selector: string): Element => {
  const element = document.querySelector(selector);
  if (element === null) {
    throw new Error(`No ${selector}`);
  }
  return element;
};

/** Results by the ids of their elements, the root first. */
const results = (...ids: readonly string[]): MovedResult[] =>
  ids.map((id) => {
    const [root = "", ...parts] = id.split("+").map((one) => `#${one}`);
    return { root: find(root), parts: parts.map(find) };
  });

const ids = (parent: string): string[] => [...find(parent).children].map(({ id }) => id);
const markup = (): string => document.body.innerHTML;
const overruled = vi.fn<() => void>();
const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const list = `<ol id="list">
  <li id="a">A</li> <li id="b">B</li><!-- an advertisement -->
  <li id="ad">Ad</li>
  <li id="c">C</li>
  <li id="d">D</li>
</ol>`;

let arranger = createArranger(overruled);
const show = (html: string): void => {
  document.body.innerHTML = html;
};

beforeEach(() => {
  overruled.mockClear();
  arranger = createArranger(overruled);
  show(list);
});
afterEach(() => arranger.restore());

describe("putting results into another order", () => {
  it("lets results change places, and leaves alone what stands between them", () => {
    expect(arranger.arrange([results("d", "b", "c", "a")])).toBe("whole");
    expect(ids("#list")).toEqual(["d", "b", "ad", "c", "a"]);
  });

  it("puts them back byte for byte", () => {
    const before = markup();
    arranger.arrange([results("d", "b", "c", "a")]);
    arranger.arrange([results("c", "b", "a", "d")]);
    expect(ids("#list")).toEqual(["c", "b", "ad", "a", "d"]);
    arranger.restore();
    expect(markup()).toBe(before);
  });

  it("knows the page's own order while another one stands", () => {
    arranger.arrange([results("d", "b", "c", "a")]);
    expect(Math.sign(arranger.compare(find("#a"), find("#d")) ?? 0)).toBe(-1);
    expect(arranger.compare(find("#a"), find("#ad"))).toBeNull();
    arranger.restore();
    expect(arranger.compare(find("#a"), find("#d"))).toBeNull();
  });

  it("moves results of several elements as one", () => {
    show(`<dl id="list"><dt id="a">A</dt> <dd id="a1">1</dd> <dd id="a2">2</dd>
      <dt id="b">B</dt> <dd id="b1">1</dd> <!-- end --> <dt id="c">C</dt><dd id="c1">1</dd></dl>`);
    const before = markup();
    arranger.arrange([results("c+c1", "a+a1+a2", "b+b1")]);
    expect(ids("#list")).toEqual(["c", "c1", "a", "a1", "a2", "b", "b1"]);
    arranger.restore();
    expect(markup()).toBe(before);
  });

  it("moves the line in place of a folded result with it, also one that came later", () => {
    const before = markup();
    const fold = (id: string): Element => {
      const line = document.createElement("winnow-fold");
      line.id = `fold-${id}`;
      find(`#${id}`).before(line);
      return line;
    };
    const early = fold("c");
    arranger.arrange([results("d", "c", "b", "a")]);
    expect(ids("#list")).toEqual(["d", "fold-c", "c", "ad", "b", "a"]);
    const late = fold("a");
    expect(arranger.pageChanged()).toBe(false);
    arranger.restore();
    expect(ids("#list")).toEqual(["fold-a", "a", "b", "ad", "fold-c", "c", "d"]);
    early.remove();
    late.remove();
    expect(markup()).toBe(before);
  });

  it("moves wrappers around single results", () => {
    show(`<div id="list"><div id="wa"><i id="a">A</i></div><div id="wb"><i id="b">B</i></div></div>`);
    expect(arranger.arrange([results("b", "a")])).toBe("whole");
    expect(ids("#list")).toEqual(["wb", "wa"]);
  });

  it("keeps each listing to itself, and results below the parent they have", () => {
    show(`<div><p id="top">T</p><div id="one"><i id="a">A</i><i id="b">B</i></div>
      <div id="two"><i id="c">C</i><i id="d">D</i></div></div>`);
    expect(arranger.arrange([results("b", "a"), results("d", "c")])).toBe("whole");
    expect([ids("#one"), ids("#two")]).toEqual([
      ["b", "a"],
      ["d", "c"],
    ]);
    arranger.restore();
    expect(arranger.arrange([results("d", "top", "c", "b", "a")])).toBe("partial");
    expect([ids("#one"), ids("#two")]).toEqual([
      ["b", "a"],
      ["d", "c"],
    ]);
  });

  it("moves rows, but not where cells reach from one result into another", () => {
    const table = (span: number): string => `<table><tbody id="list">
      <tr id="a"><td rowspan="${span}">1</td><td>A</td></tr><tr id="a1"><td>more</td></tr>
      <tr id="b"><td rowspan="2">2</td><td>B</td></tr><tr id="b1"><td>more</td></tr></tbody></table>`;
    show(table(2));
    expect(arranger.arrange([results("b+b1", "a+a1")])).toBe("whole");
    expect(ids("#list")).toEqual(["b", "b1", "a", "a1"]);
    arranger.restore();
    show(table(3));
    expect(arranger.arrange([results("b+b1", "a+a1")])).toBe("declined");
    expect(ids("#list")).toEqual(["a", "a1", "b", "b1"]);
  });

  it.each([
    ["results whose parts lie between each other", `<i id="a">A</i><i id="b">B</i><i id="a1">a</i>`],
    ["marks of a framework", `<i id="a">A</i><!----><i id="b">B</i><i id="a1">a</i>`],
  ])("declines %s", (_, html) => {
    show(`<div id="list">${html}</div>`);
    const before = markup();
    expect(arranger.arrange([results("b", "a+a1")])).toBe("declined");
    expect(markup()).toBe(before);
  });

  const four = (style: string): string =>
    ["a", "b", "c", "d"].map((id) => `<i id="${id}" style="${id === "c" ? style : ""}">${id}</i>`).join("");
  it.each([
    ["a result placed absolutely", "display: block", "position: absolute; top: 9px"],
    ["a result with an order of its own in a row", "display: flex", "order: -1"],
    ["a result with an order of its own in a grid", "display: grid", "order: 2"],
    ["a place in a grid", "display: inline-grid", "grid-row-start: 3"],
    ["the end of a place in a grid", "display: grid", "grid-column-end: 2"],
    ["a column that is turned round", "display: flex; flex-direction: column-reverse", ""],
    ["a row that is turned round", "display: inline-flex; flex-direction: row-reverse", ""],
    ["lines that are turned round", "display: flex; flex-wrap: wrap-reverse", ""],
    ["gaps that later results fill", "display: grid; grid-auto-flow: row dense", "grid-column-end: span 2"],
  ])("declines %s, whichever result it is", (_, container, third) => {
    for (const html of [
      `<div id="list" style="${container}">${four(third)}</div>`,
      `<div style="${container}"><div id="list" style="display: contents">${four(third)}</div></div>`,
    ]) {
      show(html);
      const before = markup();
      expect(arranger.arrange([results("d", "c", "b", "a")])).toBe("declined");
      expect(markup()).toBe(before);
    }
  });

  it.each([
    ["an order that a block does not look at", "display: block", "order: -1"],
    ["a row", "display: flex; flex-direction: row; flex-wrap: wrap", ""],
    ["wide results in a grid", "display: grid", "grid-column-end: span 2"],
    ["a grid that fills gaps where there are none", "display: grid; grid-auto-flow: dense", ""],
  ])("moves the results of %s", (_, container, third) => {
    show(`<div id="list" style="${container}">${four(third)}</div>`);
    expect(arranger.arrange([results("d", "c", "b", "a")])).toBe("whole");
  });

  it("finds its way back through what the page takes away and adds", async () => {
    arranger.arrange([results("d", "c", "b", "a")]);
    find("#c").remove();
    const added = document.createElement("li");
    added.id = "e";
    find("#list").append(added);
    await settle();
    expect(arranger.pageChanged()).toBe(true);
    arranger.restore();
    expect(ids("#list")).toEqual(["a", "b", "ad", "d", "e"]);
    expect(arranger.arrange([results("e", "d", "b", "a")])).toBe("whole");
    expect(ids("#list")).toEqual(["e", "d", "ad", "b", "a"]);
  });

  describe("where the page moves results itself", () => {
    const fourInRow = `<div id="list"><i id="a">A</i><i id="b">B</i><i id="c">C</i><i id="d">D</i></div>`;
    const at = (id: string): Element => find(`#${id}`);
    it.each<readonly [string, (parent: Element) => void, string]>([
      ["the last to the front", (parent) => parent.prepend(at("d")), "dabc"],
      ["one to the end", (parent) => parent.append(at("b")), "acdb"],
      ["one before another that it knows", (parent) => parent.insertBefore(at("d"), at("b")), "adbc"],
      ["some, one after the other", (parent) => parent.append(at("a"), at("c")), "bdac"],
      ["all of them", (parent) => parent.replaceChildren(at("b"), at("d"), at("a"), at("c")), "bdac"],
      ["one, and takes another away", (parent) => (at("a").remove(), parent.append(at("b"))), "cdb"],
    ])("puts back the others: %s", async (_, change, expected) => {
      show(fourInRow);
      arranger.arrange([results("c", "a", "d", "b")]);
      change(find("#list"));
      await settle();
      expect(overruled).toHaveBeenCalledOnce();
      expect(arranger.pageChanged()).toBe(true);
      arranger.restore();
      expect(ids("#list").join("")).toBe(expected);
    });

    it("goes by results, not by the spaces between them, and takes the lines of folded ones along", async () => {
      arranger.arrange([results("d", "c", "b", "a")]);
      const line = document.createElement("winnow-fold");
      line.id = "fold-b";
      at("b").before(line);
      line.before(at("c"));
      await settle();
      arranger.restore();
      expect(ids("#list")).toEqual(["a", "c", "fold-b", "b", "ad", "d"]);
    });

    it("knows the page's new order when asked for another one at once", async () => {
      show(fourInRow);
      arranger.arrange([results("c", "a", "d", "b")]);
      find("#list").prepend(at("d"));
      await settle();
      arranger.arrange([results("c", "b", "a", "d")]);
      expect(ids("#list").join("")).toBe("cbad");
      arranger.restore();
      expect(ids("#list").join("")).toBe("dabc");
    });
  });

  it("restores any order of anything byte for byte", () => {
    const ofFour = fc.shuffledSubarray(["a", "b", "c", "d"], { minLength: 4 });
    const before = markup();
    fc.assert(
      fc.property(fc.array(ofFour, { maxLength: 4 }), (orders) => {
        for (const order of orders) {
          arranger.arrange([results(...order)]);
          expect(ids("#list").filter((id) => id !== "ad")).toEqual(order);
        }
        arranger.restore();
        expect(markup()).toBe(before);
      }),
    );
  });
});
