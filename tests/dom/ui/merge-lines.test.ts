import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { mergeLines } from "@/ui/editing/merge-lines.ts";

describe("merging two edits of the same lines", () => {
  test.each([
    ["nothing changed elsewhere", ["a"], ["a", "b"], ["a"], ["a", "b"]],
    ["a line was added elsewhere", ["a"], ["a", "b"], ["a", "c"], ["a", "c", "b"]],
    ["the same line was added on both sides", ["a"], ["a", "b"], ["a", "b"], ["a", "b"]],
    ["a line was removed elsewhere", ["a", "b"], ["a", "b", "c"], ["b"], ["b", "c"]],
    ["a line was removed here", ["a", "b"], ["b"], ["a", "b", "c"], ["b", "c"]],
    ["both sides changed a line", ["a"], ["mine"], ["theirs"], ["theirs", "mine"]],
    ["all was removed here", ["a", "b"], [], ["a", "b", "c"], ["c"]],
    ["a line was added before all others", ["b"], ["b", "x"], ["a", "b"], ["a", "b", "x"]],
  ])("%s", (_, base, mine, theirs, merged) => {
    expect(mergeLines(base, mine, theirs)).toEqual(merged);
  });

  const lines = fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 8 });

  test("loses no line that either side added, and keeps none that either side removed", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(9)), fc.uniqueArray(fc.nat(9)), fc.uniqueArray(fc.nat(9)), (...numbers) => {
        const [base, mine, theirs] = numbers.map((all) => all.map(String)) as [string[], string[], string[]];
        const merged = mergeLines(base, mine, theirs);
        for (const line of [...base, ...mine, ...theirs]) {
          const kept = base.includes(line) ? mine.includes(line) && theirs.includes(line) : true;
          expect(merged.filter((other) => other === line)).toHaveLength(kept ? 1 : 0);
        }
      }),
    );
  });

  test("is either side's lines where the other changed nothing", () => {
    fc.assert(
      fc.property(lines, lines, (base, edited) => {
        expect(mergeLines(base, edited, base)).toEqual(edited);
        expect([...mergeLines(base, base, edited)].toSorted()).toEqual(edited.toSorted());
      }),
    );
  });
});
