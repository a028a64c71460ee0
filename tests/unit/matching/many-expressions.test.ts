import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { compileKeywords } from "@/matching/compile-keywords.ts";
import { parseRegex } from "@/matching/regex/parse-regex.ts";
import { literalsOfText, plainText, requiredLiterals } from "@/matching/regex/required-literals.ts";
import type { Hit } from "@/model/hit.ts";
import { defaultKeywordOptions } from "@/model/keyword-list.ts";

const findBy = (lines: readonly string[], title: string): readonly Hit[] => {
  const list = { id: "list", name: "", color: 1, enabled: true, lines, options: defaultKeywordOptions };
  return compileKeywords([list]).findHits({ title, snippet: "", meta: "", url: "", site: "" });
};
const needed = (source: string, flags = ""): readonly string[] | null =>
  requiredLiterals(parseRegex(source, `${flags}g`));

// Letters that are capital or small forms of each other in more than one way, or of several at once.
const letters = "aAkK\u212AsSſßẞiIıİσςΣéÉдД東京.-/ ".split("");
const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 12 });
const escaped = (plain: string): string => plain.replaceAll(/[.\-/]/gu, String.raw`\$&`);
const flags = fc.constantFrom("", "i", "u", "iu", "m", "is");
const expression = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 4, arbitrary: text.map((plain) => escaped(plain).replaceAll(String.raw`\-`, "-")) },
        {
          weight: 1,
          arbitrary: fc.constantFrom(
            "^",
            "$",
            ".",
            "[^a]*",
            "(?:as|ss)",
            "s?",
            "(?:ka)+",
            "(?=s)",
            "(?!i)",
            String.raw`\b`,
            String.raw`\x6b`,
          ),
        },
      ),
      { minLength: 1, maxLength: 4 },
    ),
    flags,
  )
  .map(([parts, flag]) => `title:/${parts.join("")}/${flag}`);

describe("many expressions", () => {
  test("find what each of them finds by itself", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(expression, { minLength: 20, maxLength: 40 }),
        fc.array(fc.oneof(text, fc.constant("\n")), { maxLength: 6 }),
        (lines, parts) => {
          const title = parts.join("");
          const alone = lines.flatMap((line, at) => findBy([line], title).map((hit) => ({ ...hit, line: at })));
          const together = findBy(lines, title);
          const sorted = (hits: readonly Hit[]) => hits.map((hit) => JSON.stringify(hit)).toSorted();
          expect(sorted(together)).toEqual(sorted(alone));
        },
      ),
    );
  });

  test.each([
    ["/task/iu", "ta\u017f\u212a"],
    ["/straße/i", "STRAßE"],
    ["/каз/i", "КАЗ"],
    ["/σας/i", "ΣΑΣ"],
    ["/ǆxy/i", "ǅXY"],
    ["/abcd/", "abcd"],
  ])("of which %s is one find %s", (line, title) => {
    const lines = [...Array.from({ length: 20 }, (_, index) => `/no such word ${index}/i`), line];
    expect(findBy([line], title)).toHaveLength(1);
    expect(findBy(lines, title)).toMatchObject([{ line: 20 }]);
  });

  test("are found in texts that hold much of what all of them ask for", () => {
    const lines = Array.from({ length: 3000 }, (_, index) => `title:/^casino number ${index}$/i`);
    expect(findBy(lines, "Casino Number 2718").map(({ line }) => line)).toEqual([2718]);
    expect(findBy(lines, "a Casino Number 2718")).toEqual([]);
    expect(findBy(lines, "one\ncasino number 31\ncasino number 7").map(({ line }) => line)).toEqual([31, 7]);
  });
});

describe("what every match holds", () => {
  test.each([
    ["casino", "", ["CASINO"]],
    [String.raw`^https?:\/\/[^\/]+\/spam-1\/`, "", ["/SPAM-1/"]],
    [String.raw`\b(?:buy|order)\s+cheap`, "i", ["CHEAP"]],
    ["casino|poker", "i", ["CASINO", "POKER"]],
    ["(?:cheap )+", "", ["CHEAP "]],
    ["казино", "i", ["КАЗИНО"]],
    ["東京", "", ["東京"]],
    ["ab(?=x)c", "", ["ABC"]],
  ])("of /%s/%s is found", (source, flag, literals) => {
    expect(needed(source, flag)).toEqual(literals);
  });

  test.each([
    ["a+", ""],
    ["casino|a", ""],
    ["(?:casino)?", ""],
    ["(?:casino)*x?", ""],
    ["(?!casino)", ""],
    [String.raw`https:\/\/www\.`, ""],
    ["казино", "iu"],
    ["[a]bc?", ""],
  ])("of /%s/%s is not known, or not worth looking for", (source, flag) => {
    expect(needed(source, flag)).toBeNull();
  });

  test("is the same for an expression that is no more than a text, which is not taken apart", () => {
    expect(plainText(String.raw`^a\.b\/c$`, "i")).toBe("a.b/c");
    for (const source of ["a.", "a+", String.raw`a\d`, "[a]", "(a)", "a|b", "a{2}", "^", "^$"]) {
      expect([source, plainText(source, "")]).toEqual([source, null]);
    }
    fc.assert(
      fc.property(text, fc.constantFrom("", "i"), (plain, flag) => {
        fc.pre(plain !== "");
        const source = escaped(plain);
        expect(plainText(source, flag)).toBe(plain);
        expect(literalsOfText(plain)).toEqual(needed(source, flag));
      }),
    );
  });
});
