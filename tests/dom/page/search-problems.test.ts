import { expect, test } from "vitest";

import { createRuleMaker } from "@/page/rules.ts";
import { searchProblems } from "@/page/search-problems.ts";
import { defaultSettings } from "@/settings/default-settings.ts";

import { broughtRules } from "../../support/brought-rules.ts";
import { fakeList } from "../../support/fake-settings.ts";

test("what is not looked for to its end is said with its list, what is wrong with a line only there", () => {
  const lines = ["*", ...Array.from({ length: 1000 }, (_, index) => "a".repeat(index + 1))];
  const lists = [fakeList({ name: "Letters", lines })];
  const rules = createRuleMaker(broughtRules())({ ...defaultSettings, lists }, [], null);
  const search = (title: string): void =>
    void rules.matcher.findHits({ title, snippet: "", meta: "", url: "", site: "" });
  search("an a");
  expect(rules.matcher.problems).toHaveLength(1);
  expect(searchProblems(rules)).toEqual([]);
  search("a".repeat(20_000));
  expect(searchProblems(rules)).toMatchObject([
    { code: "list-too-much", args: ["Letters", expect.stringMatching("^a")] },
  ]);
});
