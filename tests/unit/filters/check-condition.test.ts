import { expect, test } from "vitest";

import { checkCondition } from "@/filters/check-condition.ts";
import { parseCondition } from "@/filters/parse-condition.ts";

const warnings = (text: string): readonly string[] => {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return checkCondition(parsed.condition).map(({ code, args }) => [code, ...args].join(" "));
};

test.each([
  ["pages=30..10", "condition-empty-range pages=30..10"],
  ["date=2024-05..2024-03", "condition-empty-range date=2024-05..2024-03"],
  ["age=2y..1y", "condition-empty-range age=2y..1y"],
  ["pages<0", "condition-never pages<0"],
  ["rating>5", "condition-never rating>5"],
  ["rating>10/10", "condition-never rating>10/10"],
  ["-hits>=0", "condition-never -hits>=0"],
  ["size<2MB size>5MB", "condition-contradiction size<2MB size>5MB"],
  ["size<2MB foo -size<=3MB", "condition-contradiction size<2MB -size<=3MB"],
  ["pages>3 pages<4", "condition-contradiction pages>3 pages<4"],
  ["date>2024 date<=2024-06", "condition-contradiction date>2024 date<=2024-06"],
  ["age<1y age>2y", "condition-contradiction age<1y age>2y"],
  ["price>20EUR price<10EUR", "condition-contradiction price>20EUR price<10EUR"],
  ["foo -foo", "condition-contradiction foo -foo"],
  ["-site:a.com site:a.com", "condition-contradiction -site:a.com site:a.com"],
  ["-has:pages pages>3", "condition-contradiction -has:pages pages>3"],
  ["-has:date age<1y", "condition-contradiction -has:date age<1y"],
  ["x OR (pages>3 pages<2)", "condition-contradiction pages>3 pages<2"],
  ["a or b", "condition-small-operator or OR"],
] as const)("%s is warned of", (text, warning) => {
  expect(warnings(text)).toEqual([warning]);
});

test.each([
  "pages=10..30",
  "pages=30..30",
  "size>2MB size<5MB",
  "pages>=3 pages<=3",
  "pages<3 OR pages>5",
  "price>20EUR price<10USD",
  "date=2024 date>=2024-06",
  "age>=1y age<2y",
  "rating=5",
  "-foo bar",
  "-pages>3 -pages<2",
  '"or"',
])("%s is not", (text) => {
  expect(warnings(text)).toEqual([]);
});
