import { beforeEach, describe, expect, it, vi } from "vitest";

import { createResultBoxes } from "@/painting/result-boxes.ts";

const find = (selector: string): Element => document.querySelector(selector)!;
const ids = (elements: readonly Element[] | undefined): string[] => (elements ?? []).map(({ id }) => id);

beforeEach(() => {
  document.body.innerHTML = `<style>.bare { display: contents } .gone { display: none }</style>
    <ul>
      <li id="one" class="bare"><b id="a"></b><i class="gone"></i><p class="bare"><u id="b"></u></p></li>
      <li id="two" class="bare"><b id="c"></b><winnow-fold></winnow-fold></li>
    </ul>
    <ol><li id="three"><b></b></li><li id="four"><b></b></li></ol>`;
});

describe("the boxes of results", () => {
  it("are nearest below roots and parts that have none, and none of what is hidden or not the page's", () => {
    const boxes = createResultBoxes()([[find("#one"), find("#two")], [find("#three")]]);
    expect(boxes.map(ids)).toEqual([["a", "b", "c"], []]);
  });

  it("stay known of a result that was hidden since, without what has left it", () => {
    const findBoxes = createResultBoxes();
    findBoxes([[find("#one")], [find("#two")]]);
    find("#one").className = "gone";
    find("#a").remove();
    expect(findBoxes([[find("#one")], [find("#two")]]).map(ids)).toEqual([["b"], ["c"]]);
    find("#one").className = "";
    expect(findBoxes([[find("#one")]]).map(ids)).toEqual([[]]);
  });

  it("cost one question for all of a kind that has boxes itself", () => {
    const ask = vi.spyOn(globalThis, "getComputedStyle");
    createResultBoxes()([[find("#three")], [find("#four")]]);
    expect(ask).toHaveBeenCalledTimes(1);
    ask.mockRestore();
  });
});
