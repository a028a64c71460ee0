import fc from "fast-check";
import { expect, test } from "vitest";

import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";
import { joinConditions } from "@/sync/join-conditions.ts";

import { arbitraryCondition } from "../filters/arbitrary-condition.ts";

test.each([
  [["one", "two"], "(one) OR (two)"],
  [["site:a.com OR site:b.com", "site:a.com OR site:c.com"], "site:a.com OR site:b.com OR site:c.com"],
  [["(site:a.com OR site:b.com) OR (site:a.com)", "site:b.com"], "site:a.com OR site:b.com"],
  [['url="https://a.com/x?(" OR site:a.com', "site:a.com"], 'url="https://a.com/x?(" OR site:a.com'],
  [["(a b) OR c", "c OR (d OR a b)"], "(a b) OR (c) OR (d)"],
  [["(a) (b)", "c"], "((a) (b)) OR (c)"],
  [['"x OR y"', "z"], '("x OR y") OR (z)'],
  [["title:/a OR b/", "c"], "(title:/a OR b/) OR (c)"],
  [["site:a.com -title:(", "site:a.com"], "(site:a.com -title:() OR site:a.com"],
  [['say "so', "c"], '(say "so) OR (c)'],
  [["same", "(same)"], "same"],
  [[`${"(".repeat(9000)}a${")".repeat(9000)}`, "b"], `(${"(".repeat(9000)}a${")".repeat(9000)}) OR (b)`],
])("%.80j", (texts, joined) => {
  expect(joinConditions(texts)).toBe(joined);
});

test("devices that hide sites side by side, again and again, come to one list of them", () => {
  let condition = "site:first.com";
  for (let round = 0; round < 100; round++) {
    condition = joinConditions([`${condition} OR site:a${round}.com`, `${condition} OR site:b${round}.com`]);
  }
  expect(condition.split(" OR ")).toHaveLength(201);
});

test("what is joined reads as one or the other", () => {
  fc.assert(
    fc.property(arbitraryCondition, arbitraryCondition, (one, other) => {
      const texts = [printCondition(one), printCondition(other)];
      const joined = parseCondition(joinConditions(texts));
      const plainly = parseCondition(texts.map((text) => `(${text})`).join(" OR "));
      const alternatives = (parsed: typeof joined) => {
        if (!parsed.ok) throw new Error(parsed.problem.code);
        const parts = parsed.condition.kind === "any" ? parsed.condition.parts : [parsed.condition];
        return [...new Set(parts.map(printCondition))];
      };
      expect(alternatives(joined)).toEqual(alternatives(plainly));
    }),
  );
});
