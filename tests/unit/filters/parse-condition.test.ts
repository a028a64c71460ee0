import { describe, expect, test } from "vitest";

import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";

const normal = (text: string): string => {
  const parsed = parseCondition(text);
  return parsed.ok ? printCondition(parsed.condition) : `${parsed.problem.code}@${parsed.problem.column}`;
};

describe("conditions that read", () => {
  test.each([
    ["pages>=30", "pages>=30"],
    ["pages >= 30", "pages>=30"],
    ["pages≥30", "pages>=30"],
    ["size<5MB", "size<5MB"],
    ["size < 5 mb foo", "size<5MB foo"],
    ["age<2 years", "age<2y"],
    ["date>=2024-01", "date>=2024-01"],
    ["date=2024/3/9", "date=2024-03-09"],
    ["price<=0", "price<=0"],
    ["price<€20", "price<20EUR"],
    ["rating>4", "rating>4"],
    ["rating>=8/10", "rating>=8/10"],
    ["views>1.2K", "views>1.2k"],
    ["views>3万", "views>3万"],
    ["duration<10m", "duration<10m"],
    ["duration<1:30", "duration<90s"],
    ["duration<1h30", "duration<90m"],
    ["size=1..5MB", "size=1MB..5MB"],
    ["size:1..5MB", "size=1MB..5MB"],
    ["size!=1..5MB", "-size=1MB..5MB"],
    ["pages=10..", "pages>=10"],
    ["pages=..10", "pages<=10"],
    ["has:size -has:age", "has:size -has:date"],
    ["a AND b OR c", "a b OR c"],
    ["a (b OR c)", "a (b OR c)"],
    ["NOT (a b)", "-(a b)"],
    ["NOT NOT a", "a"],
    ["((a) (b c))", "a b c"],
    ['list:"My list" list:Mine', 'list:"My list" list:Mine'],
    ['title:foo snippet:"a b" url:/x y/i meta:w*', 'title:foo snippet:"a b" url:/x y/i meta:w*'],
    ["site:Example.COM", "site:example.com"],
    ["site:https://*.bücher.example/", "site:xn--bcher-kva.example"],
    ["site:ex*.org", "site:ex*.org"],
    ["url=https://example.com/a?b=1 c", 'url="https://example.com/a?b=1" c'],
    ['URL = "https://example.com/a b"', 'url="https://example.com/a b"'],
    ["site=www.example.com c", "site=www.example.com c"],
    ['SITE = "EXAMPLE.com"', "site=example.com"],
    ["site≠example.com", "-site=example.com"],
    ["url!=https://example.com/", '-url="https://example.com/"'],
    ["hits>=2", "hits>=2"],
    ["\uff08\u4e8b\u52a1 OR a\uff09 pages\uff1e\uff1d\uff13\uff10", "(\u4e8b\u52a1 OR a) pages>=30"],
    ["C++ c# e-mail 12:30 std::x", "C++ c# e-mail 12:30 std::x"],
    ['"say \\"hi\\""', '"say \\"hi\\""'],
  ])("%s reads as %s", (typed, printed) => {
    expect(normal(typed)).toBe(printed);
    expect(normal(printed)).toBe(printed);
  });
});

describe("conditions that do not read", () => {
  test.each([
    ["", "condition-empty@1"],
    ["  ", "condition-empty@3"],
    ["()", "condition-expected-term@2"],
    ["a OR", "condition-expected-term@5"],
    ["a AND OR b", "condition-operator-alone@7"],
    ["(a", "condition-unclosed-parenthesis@1"],
    ["a)", "condition-unexpected-parenthesis@2"],
    ['a "b', "condition-unclosed-quote@3"],
    ["/ab", "condition-unclosed-regex@1"],
    ["page>=30", "condition-misspelt-name@1"],
    ["weight>=30", "condition-unknown-facet@1"],
    ["titel:x", "condition-misspelt-name@1"],
    ["pages>=", "condition-expected-number@8"],
    ["pages>=many", "condition-expected-number@8"],
    ["size<5", "condition-expected-unit@7"],
    ["size<5 MB size<5mg", "condition-misspelt-unit@17"],
    ["size<5pixels", "condition-unknown-unit@7"],
    ["age<10m", "condition-ambiguous-unit@7"],
    ["price<1,50", "condition-number-with-comma@8"],
    ["date=2024-02-30", "condition-impossible-date@6"],
    ["date>soon", "condition-expected-date@6"],
    ["has:colour", "condition-unknown-facet@5"],
    ["has:vote", "condition-misspelt-name@5"],
    ["title: x", "condition-expected-text@7"],
    ["site:example.com/path", "condition-bad-site@6"],
    ["site=example.com/path", "condition-bad-site@6"],
    ["site!=*.example.com", "condition-bad-site@7"],
    ["site=", "condition-expected-text@6"],
    [`site:"(*"`, "condition-bad-site@6"],
    ["site:“（*”", "condition-bad-site@6"],
    ["a - b", "condition-dash-alone@3"],
    ["pages>3..4", "condition-range-needs-equals@7"],
  ])("%s is told as %s", (typed, problem) => {
    expect(normal(typed)).toBe(problem);
  });
});
