import { expect, test } from "vitest";

import type { Condition } from "@/filters/condition.ts";
import { withMeantName } from "@/filters/meant-name.ts";
import { oddWords } from "@/filters/odd-words.ts";
import { parseCondition } from "@/filters/parse-condition.ts";

const told = (text: string): readonly string[] => {
  const places = new Map<Condition, number>();
  const parsed = parseCondition(text, places);
  if (parsed.ok) {
    return oddWords(parsed.condition, text, places).map(({ args, column }) => `${column}: ${args.join(" → ")}`);
  }
  const { code, args, column } = withMeantName(parsed.problem);
  return [`${column}: ${code} ${args.join(" → ")}`];
};

test.each([
  ["a or b", "3: or → OR"],
  ["a && b", "3: && → AND"],
  ["pages>30 || size<5MB", "10: || → OR"],
  ["苹果 或 香蕉", "4: 或 → OR"],
  ["not foo", "1: not → NOT"],
  ["foo !bar", "5: !bar → -bar"],
  ["+foo bar", "1: +foo → foo"],
  ["foo,bar", "1: foo,bar → foo OR bar"],
  ["苹果，香蕉", "1: 苹果，香蕉 → 苹果 OR 香蕉"],
  ["a|b", "1: a|b → a OR b"],
  ["'foo bar'", "1: 'foo bar' → \"foo bar\""],
  ["「foo bar」", '1: 「foo bar」 → "foo bar"'],
  ["-example.com", "2: example.com → site:example.com"],
  ["https://example.com/", "1: https://example.com/ → site:example.com"],
  ["https://example.com/a", '1: https://example.com/a → url:"https://example.com/a"'],
  ["filetype:pdf", "1: filetype:pdf → url:pdf"],
  ["after:2024-01", "1: after:2024-01 → date>2024-01"],
  ["标题:招股书", "1: 标题:招股书 → title:招股书"],
  ["页数：30", "1: 页数：30 → pages=30"],
  ["页数大于30", "1: 页数大于30 → pages>30"],
  ["大于30页", "1: 大于30页 → pages>30"],
  ["頁數為30", "1: 頁數為30 → pages=30"],
  ["页数为30", "1: 页数为30 → pages=30"],
  ["pages 30", "1: pages 30 → pages>=30"],
  ["views>12 345", "1: views>12 345 → views>12345"],
  ["foo views >= 1\u202f234\u202f567 bar", "5: views >= 1\u202f234\u202f567 → views>=1234567"],
  ["pages>1 000 OR 345", "1: pages>1 000 → pages>1000"],
  ["price<20 Euro", "1: price<20 Euro → price<20EUR"],
  ["foo price < 20 kr", "5: price < 20 kr → price<20kr"],
  ["views>10 M", "1: views>10 M → views>10M"],
  ["pages>30 p", "1: pages>30 p → pages>30"],
  ["duration<1h 30m", "1: duration<1h 30m → duration<90m"],
  ["duration<1 hour 30 minutes foo", "1: duration<1 hour 30 minutes → duration<90m"],
  ["duration<1小时 30分", "1: duration<1小时 30分 → duration<90m"],
  ["age<1y 6mo", "1: age<1y 6mo → age<18mo"],
  ["age<3 days ago", "1: age<3 days ago → age<3d"],
  ["age<3天 前", "1: age<3天 前 → age<3d"],
  ["date>2024 May", "1: date>2024 May → date>2024-05"],
  ["date>2024 01", "1: date>2024 01 → date>2024-01"],
  ["pages~30", "1: pages~30 → pages>=30"],
  ["pages over 30", "1: pages over 30 → pages>30"],
  ["size is less than 5MB", "1: size is less than 5MB → size<5MB"],
  ["foo at least 30 pages", "5: at least 30 pages → pages>=30"],
  ["newer than 2 years", "1: newer than 2 years → age<2y"],
  ["under 5 MB", "1: under 5 MB → size<5MB"],
  ["页数>30", "1: condition-misspelt-name 页数 → pages"],
  ["filesize<5MB", "1: condition-misspelt-name filesize → size"],
  ["has:页数", "5: condition-misspelt-name 页数 → pages"],
  ["inurl:x", "1: condition-misspelt-name inurl: → url:"],
  ["pages>3 or <50", "9: condition-nothing-compared "],
] as const)("%s is pointed out", (text, hint) => {
  expect(told(text)).toEqual([hint]);
});

test.each([
  '"or"',
  "or",
  "foo -bar",
  "C++ c# e-mail node.js 12:30 std::x foo:bar",
  "1,000 years",
  "pages",
  '"pages 30" "a,b" "example.com"',
  "site:example.com title:pages",
  "price war",
  "pages>1000 345",
  "views>12  345",
  "views>12 3456 345",
  "on?",
])("%s is not", (text) => {
  expect(told(text)).toEqual([]);
});
