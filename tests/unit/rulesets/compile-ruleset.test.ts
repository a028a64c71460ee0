import { describe, expect, test } from "vitest";

import type { Rule } from "@/model/ruleset.ts";
import type { CompiledRuleset } from "@/rulesets/compile-ruleset.ts";
import { compileRuleset, mostUnbound } from "@/rulesets/compile-ruleset.ts";
import { noHost, rulesUnder } from "@/rulesets/rule-text.ts";
import { shardOf } from "@/rulesets/shards.ts";

const compiled = (...conditions: readonly string[]): CompiledRuleset => {
  const rules = conditions.map((condition, index): Rule => ({ condition, action: "hide", line: index + 1 }));
  const steps = compileRuleset(rules);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
};
const under = (host: string, { shards }: CompiledRuleset) =>
  rulesUnder(host, shards[shardOf(host, shards.length)] ?? "").map(({ condition, line }) => [line, condition]);

describe("a compiled ruleset", () => {
  test("holds a rule under every host that it may be true of, with the condition only where it says more", () => {
    const set = compiled("site:a-b.test", "site:Ünder.test", "site:one.test OR (site:two.test url:/x/)");
    const inAscii = new URL("https://ünder.test").hostname;
    expect(under("a-b.test", set)).toEqual([[1, "site:a-b.test"]]);
    expect(set.shards.join("")).toContain("\na-b.test 1 1\n");
    expect(under(inAscii, set)).toEqual([[2, `site:${inAscii}`]]);
    for (const host of ["one.test", "two.test"]) expect(under(host, set)).toHaveLength(1);
    expect(set).toMatchObject({ unbound: "", rules: 3, unreadable: 0, tooMany: 0 });
  });

  test("counts what cannot be read, and never mixes hosts that begin or end alike", () => {
    const set = compiled("(", "site:spam.test", "site:notspam.test", "site:spam.test.example");
    expect(set).toMatchObject({ rules: 3, unreadable: 1 });
    expect(rulesUnder(noHost, set.unused)).toMatchObject([{ condition: "(", line: 1 }]);
    expect(under("spam.test", set)).toEqual([[2, "site:spam.test"]]);
  });

  test("takes so many rules without a host, of regular expressions fewer, and says how many it left out", () => {
    const plain = compiled(...Array.from({ length: mostUnbound + 5 }, (_, index) => `title:word${index}`));
    expect([plain.tooMany, rulesUnder(noHost, plain.unbound).length]).toEqual([5, mostUnbound]);
    expect(rulesUnder(noHost, plain.unused).map(({ line }) => line - mostUnbound)).toEqual([1, 2, 3, 4, 5]);
  });

  test.each([
    [
      "a text that stands anywhere, at the beginning or at the end",
      (index: number) => `title:/^casino\\.${index}$/i`,
      1,
    ],
    ["an expression with letters in it", (index: number) => `url:/^https?:\\/\\/[^\\/]+\\/spam-${index}/`, 2],
    ["an expression without", (index: number) => `title:/^\\W{${index + 2}}/`, 8],
  ])("counts %s by what it takes to look for it", (_, condition, cost) => {
    const { unbound, tooMany } = compiled(
      ...Array.from({ length: mostUnbound / cost + 3 }, (_rule, at) => condition(at)),
    );
    expect([rulesUnder(noHost, unbound).length, tooMany]).toEqual([mostUnbound / cost, 3]);
  });
});
