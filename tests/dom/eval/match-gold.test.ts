import { expect, test } from "vitest";

import { matchGold } from "../../eval/match-gold.ts";
import type { Gold } from "../../eval/measurement.ts";

const gold: Gold = {
  records: ["one", "two", "three", "lost"].map((title) => ({ title, url: null, snippet: null, selector: `#${title}` })),
  otherLists: [".other > li"],
};

const show = (): void => {
  document.body.innerHTML = `
    <div id="wrap"><div id="one"><h2>One</h2><h3 id="inside">one</h3><p id="below">and more</p></div></div>
    <ol id="list"><li id="two">two</li><li id="three">three</li></ol>
    <ul class="other"><li id="a"><b id="b">a</b></li><li>b</li></ul>
    <p id="else">else</p>`;
};

const standings = (...ids: readonly string[]): readonly unknown[] => {
  show();
  const roots = ids.map((id) => document.querySelector(`#${id}`) ?? document.body);
  return matchGold(document, roots, gold).standings.map((standing) =>
    standing.kind === "record" ? standing.record : standing.kind,
  );
};

test("a root is a label's when it is that element, holds it alone, or lies in it with its title", () => {
  expect(standings("one", "two")).toEqual([0, 1]);
  expect(standings("wrap")).toEqual([0]);
  expect(standings("inside")).toEqual([0]);
  expect(standings("below")).toEqual(["false"]);
  expect(standings("list")).toEqual(["false"]);
});

test("a label is matched once, by the closest form", () => {
  expect(standings("wrap", "inside", "one")).toEqual(["false", "false", 0]);
  expect(standings("inside", "wrap")).toEqual(["false", 0]);
});

test("what lies in a further listing is neither right nor wrong", () => {
  expect(standings("a", "b", "else")).toEqual(["other-list", "other-list", "false"]);
});

test("labels that are not on the page are told", () => {
  show();
  expect(matchGold(document, [], gold).lostRecords).toEqual([3]);
});
