import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";

import { measureBacktracking, stepsOfAttempt } from "@/matching/regex/measure-backtracking.ts";
import { parseRegex } from "@/matching/regex/parse-regex.ts";
import { planRegex } from "@/matching/regex/plan-regex.ts";
import type { RegexPlan } from "@/matching/regex/plan-regex.ts";
import { createRegexSearch } from "@/matching/regex/search-regex.ts";

import { backtrack } from "./backtrack.ts";

// Only ends a run that hangs: thousands of runs take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

/** Enough to meet what goes wrong once in some hundred expressions; a hundred times as many were tried. */
const runs = Number(process.env["SOAK"] ?? 500);

const planOf = (source: string, flags = ""): RegexPlan => {
  const plan = planRegex(source, flags);
  if ("code" in plan) throw new Error(`${source}: ${plan.code}`);
  return plan;
};

/** The same plan with other lengths, so that it is searched by in another way. */
const withLengths = (
  { native, tree, nativeLength, attemptLength, literals, isText }: RegexPlan,
  lengths: Partial<Pick<RegexPlan, "nativeLength" | "attemptLength">>,
): RegexPlan => ({ native, tree, nativeLength, attemptLength, literals, isText, ...lengths });

/** Expressions of all that is supported, small enough to be wicked with. */
const sources = (references: boolean): fc.Arbitrary<string> =>
  fc.letrec<{ source: string; part: string; atom: string }>((tie) => ({
    atom: fc.constantFrom(" ", ...String.raw`a b k . é [ab] [^a] [à-ü] \w \s \d \W \b \B ^ $ \xe9`.split(" ")),
    part: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      tie("atom"),
      fc.tuple(tie("part"), tie("part")).map((parts) => parts.join("")),
      fc.tuple(tie("part"), tie("part")).map((parts) => `(?:${parts.join("|")})`),
      fc
        .tuple(tie("part"), fc.constantFrom("*", "+", "?", "{2}", "{1,2}", "{0,2}", "{2,}"), fc.constantFrom("", "?"))
        .map(([part, times, lazy]) => `(${references ? "" : "?:"}${part})${times}${lazy}`),
      fc.tuple(fc.constantFrom("?=", "?!", "?<=", "?<!"), tie("part")).map((parts) => `(${parts.join("")})`),
      ...(references ? [tie("part").map((part) => `(${part})\\1`)] : []),
    ),
    source: fc.array(tie("part"), { minLength: 1, maxLength: 3 }).map((parts) => parts.join("")),
  })).source;

const flags = fc.constantFrom("", "i", "u", "iu");
const shortTexts = fc.string({
  unit: fc.constantFrom("a", "b", "k", " ", "1", "é", "A", "\u212a", "\u00a0", "è"),
  maxLength: 12,
});

const nativeSpans = (plan: RegexPlan, text: string): (readonly [number, number])[] =>
  Array.from(text.matchAll(plan.native))
    .filter(([match]) => match !== "")
    .map((match): readonly [number, number] => [match.index, match.index + match[0].length]);

const spansBy = (plan: RegexPlan, text: string): (readonly [number, number])[] => {
  const spans: (readonly [number, number])[] = [];
  createRegexSearch(plan)(
    text,
    (start, end) => spans.push([start, end]) > 0,
    () => false,
  );
  return spans;
};

describe("all ways of searching find what the engine finds", () => {
  test("the simulation", () => {
    fc.assert(
      fc.property(sources(false), flags, shortTexts, (source, flag, text) => {
        const plan = planRegex(source, flag);
        fc.pre(!("code" in plan));
        expect(spansBy(withLengths(plan, { nativeLength: -1, attemptLength: 0 }), text)).toEqual(
          nativeSpans(plan, text),
        );
      }),
      { numRuns: runs },
    );
  });

  test("one attempt after the other, and all at once", () => {
    fc.assert(
      fc.property(sources(true), flags, shortTexts, (source, flag, text) => {
        const plan = planRegex(source, flag);
        fc.pre(!("code" in plan) && plan.attemptLength > 0);
        expect(spansBy(withLengths(plan, { nativeLength: -1 }), text)).toEqual(nativeSpans(plan, text));
        expect(spansBy(plan, text)).toEqual(nativeSpans(plan, text));
      }),
      { numRuns: runs },
    );
  });
});

describe("the counting engine of these tests", () => {
  test("is the engine that ECMAScript describes", () => {
    fc.assert(
      fc.property(sources(true), flags, shortTexts, (source, flag, text) => {
        const plan = planRegex(source, flag);
        fc.pre(!("code" in plan));
        const sticky = new RegExp(source, `${flag}y`);
        const tree = parseRegex(source, flag);
        for (let start = 0; start <= text.length; start++) {
          sticky.lastIndex = start;
          const match = sticky.exec(text);
          const { end } = backtrack(tree, text, start, 1_000_000);
          expect(end).toBe(match === null ? -1 : start + match[0].length);
        }
      }),
      { numRuns: runs },
    );
  });
});

describe("the measure of backtracking", () => {
  const longTexts = fc
    .tuple(
      fc.array(
        fc.string({
          unit: fc.constantFrom("a", "b", "k", " ", "1", "é", "\u212a", "\u00a0", "è"),
          minLength: 1,
          maxLength: 3,
        }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
      fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 3, maxLength: 3 }),
    )
    .map(([units, times]) => units.map((unit, index) => unit.repeat(times[index] ?? 1)).join(""));

  test("is never less than the steps that an attempt takes", () => {
    fc.assert(
      fc.property(sources(true), flags, longTexts, (source, flag, text) => {
        const plan = planRegex(source, flag);
        fc.pre(!("code" in plan));
        const tree = parseRegex(source, flag);
        const work = measureBacktracking(tree);
        fc.pre(work !== null);
        for (let start = 0; start <= text.length; start += 7) {
          const most = stepsOfAttempt(work, text.length + 1);
          expect(backtrack(tree, text, start, most).steps).toBeLessThanOrEqual(most);
        }
      }),
      { numRuns: runs },
    );
  });
});

/** Units: blocks of results are rarely longer. */
const usualLength = 400;

describe("the choice of the way", () => {
  test.each([
    ["foo|bar", ""],
    ["\\bfoo\\w*\\b", "i"],
    ["\\w+ing", "i"],
    ["foo.*bar", ""],
    ["^(?=.*foo)(?=.*bar).*$", ""],
    ["foo(?!.*bar)", ""],
    ["\\d{4}-\\d{2}-\\d{2}", ""],
    ["\\p{Lu}\\p{L}+\\s\\p{Lu}\\p{L}+", "u"],
    ["https?:\\/\\/[^\\s/]+\\/[^\\s]*", ""],
    ["[\\w.+-]+@[\\w-]+\\.[\\w.-]+", ""],
    ["v\\d+(\\.\\d+)*", ""],
    ["\\d+\\s*(?:GB|TB|MB)", "i"],
    ["(?<=\\$)\\d+(\\.\\d\\d)?", ""],
    ["(\\w+)\\s+\\1\\b", "i"],
    ["([\"']).*?\\1", ""],
    [Array.from({ length: 200 }, (_, index) => `word${index}`).join("|"), "i"],
  ])("leaves /%s/%s to the engine", (source, flag) => {
    expect(planOf(source, flag).nativeLength).toBeGreaterThan(usualLength);
  });

  test.each([
    ["(a+)+$"],
    ["(a|aa)+$"],
    ["(a|a)*b"],
    ["(.*)*x"],
    ["([a-z]+)*\\d"],
    ["(x+x+)+y"],
    ["(.*?,){11}P"],
    ["a.*b.*c"],
    [".*foo.*bar"],
    ["\\w+(?=.*x)"],
    ["(a{0,30}){0,30}c"],
    ["(?:\\d|[0-9])+x"],
    ["(?<!(a+)+)b"],
  ])("simulates /%s/, in linear time", (source) => {
    const plan = planOf(source);
    expect(plan).toMatchObject({ nativeLength: 0, attemptLength: 0 });
    const questions = (length: number): number => {
      let asked = 0;
      createRegexSearch(plan)(
        `${"a1 ,x".repeat(length / 5)}foo`,
        () => true,
        () => asked++ < 0,
      );
      return asked;
    };
    // It asks whether it is over every so many steps; four times the text must not be asked about much more often.
    expect(questions(8000)).toBeLessThanOrEqual(questions(2000) * 4 + 4);
  });

  test.each([["(\\w+)*\\1"], ["(a*)\\1b"], ["(?:(.+)\\1)+x"]])(
    "refuses /%s/, which refers to a group in a loop",
    (source) => {
      expect(planRegex(source, "")).toMatchObject({ code: "regex-reference" });
    },
  );

  test.each([
    ["(", "regex-invalid"],
    ["a{5000}", "regex-too-large"],
    ["(?:a{100}){100}", "regex-too-large"],
    [`${"(".repeat(900)}a${")*".repeat(900)}`, "regex-too-large"],
    ["x".repeat(3000), "regex-too-large"],
    [`${"(".repeat(200)}a${")*".repeat(200)}`, "regex-too-large"],
    ["a\\1", "regex-unsupported"],
    ["(?:(?<n>x)|(?<n>a+))\\k<n>b", "regex-unsupported"],
  ])("says what is wrong with it: %#", (source, code) => {
    expect(planRegex(source, "")).toMatchObject({ code });
  });

  test.each(["(a+)+$", "[ab]+c"])("stops when told that it is over: %s", (source) => {
    const search = createRegexSearch(planOf(source));
    const text = `${"a".repeat(50_000)}bcb`;
    expect(
      search(
        text,
        () => true,
        () => true,
      ),
    ).toBe(false);
  });

  test("stops in each way of searching when a match is the last one wanted", () => {
    const plan = planOf("[ab]c");
    for (const how of [
      plan,
      withLengths(plan, { nativeLength: -1 }),
      withLengths(plan, { nativeLength: -1, attemptLength: 0 }),
    ]) {
      let matches = 0;
      const finished = createRegexSearch(how)(
        "acbcac",
        () => ++matches < 2,
        () => false,
      );
      expect([finished, matches]).toEqual([false, 2]);
    }
  });
});
