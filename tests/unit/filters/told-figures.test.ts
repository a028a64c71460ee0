import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { compileCondition, truthOf } from "@/filters/compile-condition.ts";
import type { Condition } from "@/filters/condition.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";
import { askedFigures, alsoTold, evenUntold } from "@/filters/told-figures.ts";

import { arbitraryAtom, arbitraryCondition, conditionsOf } from "./arbitrary-condition.ts";

/** A result that tells its pages and nothing else. */
const truth = (condition: Condition) =>
  truthOf(compileCondition(condition, { termOf: () => 0, listOf: () => null }), {
    now: 0,
    host: "docs.example",
    url: "https://docs.example/1",
    property: () => null,
    facet: (name) => (name === "pages" ? { name, value: 30, text: "30 pages" } : undefined),
    hitCount: { value: 0 },
    hitsByList: new Map(),
    hasTerm: () => false,
    textOf: () => null,
  });

const read = (text: string) => {
  const parsed = parseCondition(text);
  if (!parsed.ok) throw new Error(parsed.problem.code);
  return parsed.condition;
};

describe("results that do not tell a figure", () => {
  test.each([
    ["pages>=30", "pages>=30 has:pages"],
    ["age<2y", "age<2y has:date"],
    ["pages>=30 size<5MB", "pages>=30 size<5MB has:pages has:size"],
    ["pages>=30 OR size<5MB", "pages>=30 has:pages OR size<5MB has:size"],
    ["-pages<30", "-pages<30 has:pages"],
    ["-(pages<30 OR size>5MB)", "-(pages<30 OR size>5MB OR -has:pages OR -has:size)"],
    ["steel OR hits>2", "steel OR hits>2"],
  ])("%s without them is %s, and the way back", (typed, told) => {
    expect(printCondition(alsoTold(read(typed)))).toBe(told);
    expect(printCondition(evenUntold(read(told)))).toBe(typed);
  });

  test("what is asked for by itself stays", () => {
    expect(printCondition(evenUntold(read("has:pages size<5MB")))).toBe("has:pages size<5MB");
    expect(printCondition(evenUntold(read("has:pages")))).toBe("has:pages");
  });

  test("are left out once", () => {
    fc.assert(
      fc.property(arbitraryCondition, (condition) => {
        const told = alsoTold(condition);
        expect(printCondition(alsoTold(told))).toBe(printCondition(told));
        expect(askedFigures(told)).toEqual(askedFigures(condition));
        expect(printCondition(alsoTold(evenUntold(told)))).toBe(printCondition(alsoTold(evenUntold(told))));
      }),
    );
  });

  test("leave out what is not known of a result, and nothing else", () => {
    const known = arbitraryAtom.filter(({ kind }) => ["text", "compare", "between", "has"].includes(kind));
    fc.assert(
      fc.property(conditionsOf(known), (condition) => {
        expect(truth(alsoTold(condition))).toBe(truth(condition) === true);
      }),
    );
  });
});
