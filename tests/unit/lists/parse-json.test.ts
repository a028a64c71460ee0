import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { parseJson } from "@/lists/parse-json.ts";
import { atOnce } from "@/model/steps.ts";

const parsed = (text: string): unknown => atOnce(parseJson(text));
const byEngine = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
};

/** Longer than what is parsed at once. */
const filler = "x".repeat(250_000);

describe("JSON of any size", () => {
  test("is what the engine makes of it, long or short, whole or damaged", () => {
    const value = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.jsonValue({ maxDepth: 1 }),
        fc.constantFrom(filler, `${'\\"\n\u2028'.repeat(60_000)}é`),
        fc.array(tie("value"), { maxLength: 4 }),
        fc.dictionary(fc.constantFrom("a", "__proto__", 'b"\\', "c,]}"), tie("value"), { maxKeys: 3 }),
      ),
    })).value;
    const damage = fc.oneof(
      { weight: 3, arbitrary: fc.constant((text: string) => text) },
      fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom("", ",", "]", "}", '"', "[", "\\", " ")).map(
        ([where, sign]) =>
          (text: string) =>
            text.slice(0, Math.floor(where * text.length)) + sign + text.slice(Math.floor(where * text.length) + 1),
      ),
      fc.constantFrom(
        (text: string) => text.replace(/\]$/u, ",]"),
        (text: string) => text.replace(/^\[/u, "[,"),
        (text: string) => `${text} ]`,
        (text: string) => `${text},`,
      ),
    );
    fc.assert(
      fc.property(fc.array(value, { maxLength: 4 }), fc.constantFrom(0, 2), damage, (values, indent, damaged) => {
        const text = damaged(JSON.stringify(values, null, indent));
        expect(parsed(text)).toEqual(byEngine(text));
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    [`{"__proto__": {"a": 1}, "b": "${filler}"}`],
    [`{"b": "${filler}", "__proto__": [${"1,".repeat(200_000)}1]}`],
  ])("gives no object another prototype", (text) => {
    const object = parsed(text) as object;
    expect(Object.getPrototypeOf(object)).toBe(Object.prototype);
    expect(Object.hasOwn(object, "__proto__")).toBe(true);
  });

  test("is undefined where it is nested without end, or a string of millions is never closed", () => {
    expect(parsed("[".repeat(3_000_000))).toBeUndefined();
    expect(parsed(`["${"\\\\".repeat(3_000_000)}\\"`)).toBeUndefined();
    expect(parsed(`${'{"a":['.repeat(40_000)}${"]}".repeat(40_000)}`)).toBeDefined();
  });

  test("takes no step that is much longer than the others, whatever is in it", () => {
    const rules = Array.from({ length: 120_000 }, (_, line) => ({
      condition: `site:a${line}.example`,
      action: "hide",
      line,
    }));
    const text = JSON.stringify({
      a: "\n*://*.example.com/*".repeat(200_000),
      rulesets: [{ name: "R", rules }],
      b: [[rules]],
    });
    let steps = 0;
    for (const steping = parseJson(text); steping.next().done !== true;) steps++;
    // So many characters between two pauses, in all the passes together.
    expect(steps).toBeGreaterThan(text.length / 200_000);
  });
});
