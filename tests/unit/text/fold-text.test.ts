import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";

import { defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { FoldProfile } from "@/text/fold-profile.ts";
import { createFold, keptTexts } from "@/text/fold-text.ts";

import { troublesomeTexts } from "./texts.ts";

// Only ends a run that hangs: thousands of runs take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 });

const runs = Number(process.env["SOAK"] ?? 1000);

const profiles: fc.Arbitrary<FoldProfile> = fc.record({
  caseSensitive: fc.boolean(),
  diacriticsSensitive: fc.boolean(),
  foldKana: fc.boolean(),
  foldHan: fc.boolean(),
  dottedI: fc.constantFrom("default", "turkish", "lithuanian"),
});

const folded = (text: string, profile: FoldProfile = defaultKeywordOptions): string =>
  createFold(profile)(text).toString();

describe("folding", () => {
  test("maps every character back to a stretch of its own, in order and without gaps but for what has no shape", () => {
    fc.assert(
      fc.property(troublesomeTexts(20), profiles, (text, profile) => {
        const result = createFold(profile)(text);
        let end = 0;
        for (let unit = 0; unit < result.length;) {
          let after = unit + 1;
          while (result.spanOf(unit, after) === null) after++;
          const span = result.spanOf(unit, after)!;
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          expect(folded(text.slice(end, span.start), profile)).toBe("");
          end = span.end;
          unit = after;
        }
        expect(folded(text.slice(end), profile)).toBe("");
      }),
      { numRuns: runs },
    );
  });

  test("never maps to half of a surrogate pair", () => {
    fc.assert(
      fc.property(troublesomeTexts(20), profiles, (text, profile) => {
        const result = createFold(profile)(text);
        for (let unit = 0; unit < result.length; unit++) {
          const start = result.originalStart(unit);
          if (start <= 0) continue;
          expect(/^[\udc00-\udfff]/u.test(text.slice(start)) && /[\ud800-\udbff]$/u.test(text.slice(0, start))).toBe(
            false,
          );
        }
      }),
      { numRuns: runs },
    );
  });

  test("of a folded text is the text itself", () => {
    fc.assert(
      fc.property(troublesomeTexts(20), profiles, (text, profile) => {
        // Composed letters that folding made may be a form of another one in what they stand next to.
        const once = folded(text, profile);
        expect(folded(once, profile)).toBe(once);
      }),
      { numRuns: runs },
    );
  });

  test.each([
    ["default", defaultKeywordOptions],
    ["sensitive", { ...defaultKeywordOptions, caseSensitive: true, diacriticsSensitive: true }],
  ])("of each character of the first 65,536 is the text itself, composed or not: %s", (_, profile) => {
    const wrong: string[] = [];
    for (let code = 0; code < 0x10000; code++) {
      const text = `a${String.fromCharCode(code)}b`;
      const once = folded(text, profile);
      if (folded(once, profile) !== once) wrong.push(code.toString(16));
      const isForm = code >= 0x2e80 && !(code > 0x2fd5 && code < 0xf900);
      if (!isForm && folded(text.normalize("NFC"), profile) !== once) wrong.push(`${code.toString(16)} composed`);
    }
    expect(wrong).toEqual([]);
  });

  test("does not tell canonically equivalent texts apart", () => {
    fc.assert(
      fc.property(troublesomeTexts(20), profiles, (text, profile) => {
        // Normalising turns forms of ideographs into ideographs, and so hides whether one stands twice.
        fc.pre(!/[\u2e80-\u2fd5\uf900-\ufaff\u{2f800}-\u{2fa1f}]/u.test(text));
        expect(folded(text.normalize("NFD"), profile)).toBe(folded(text.normalize("NFC"), profile));
      }),
      { numRuns: runs },
    );
  });

  test("does not tell capital and small letters apart unless asked to", () => {
    fc.assert(
      fc.property(troublesomeTexts(20), profiles, (text, profile) => {
        fc.pre(profile.dottedI === "default" && !/ı|İ|\u0345|ᾳ/u.test(text));
        const caseless = { ...profile, caseSensitive: false };
        expect(folded(text.toUpperCase(), caseless)).toBe(folded(text, caseless));
      }),
      { numRuns: runs },
    );
  });

  test("keeps the last texts, and no more", () => {
    const fold = createFold(defaultKeywordOptions);
    const first = fold("first");
    for (let count = 1; count < keptTexts; count++) fold(`text ${count}`);
    expect(fold("first")).toBe(first);
    expect(first.toString()).toBe("first");
    for (let count = 0; count < keptTexts; count++) fold(`other text ${count}`);
    expect(first.toString()).not.toBe("first");
  });

  test("manages a text of a million units", () => {
    const text = "Straße ⽀支持 e\u0301\u00ad ".repeat(60_000);
    const result = createFold(defaultKeywordOptions)(text);
    expect(result.toString().slice(0, 16)).toBe("strasse 支持 e str");
    const last = result.toString().lastIndexOf("支持");
    const span = result.spanOf(last, last + 2)!;
    expect(text.slice(span.start, span.end)).toBe("⽀支持");
  });

  test.each([
    ["marks", "a", "\u0301", "a"],
    ["marks of two classes", "a", "\u0301\u0323", "a"],
    ["voicing marks", "か", "\u3099", "が"],
    ["vowels of Hangul", "ᄒ", "ᅡ", "하"],
    ["skin tones", "👍", "\u{1f3fd}", "👍"],
    ["marks, joiners and soft hyphens", "a", "\u0301\u200d\u00ad", "a"],
    ["voicing marks and nuktas", "か", "\u093c\u3099", "が"],
    ["dots", "i", "\u0307", "i"],
  ])("looks at each of thousands of %s a few times, and counts them to one character", (_, base, marks, start) => {
    const text = `${base}${marks.repeat(4000)} b`;
    const normalize = vi.spyOn(String.prototype, "normalize");
    for (const profile of [
      defaultKeywordOptions,
      { ...defaultKeywordOptions, diacriticsSensitive: true, dottedI: "lithuanian" } as const,
    ]) {
      normalize.mockClear();
      const result = createFold(profile)(text);
      const plain = result.toString();
      expect(normalize.mock.calls.length).toBeLessThan(text.length);
      expect(profile.diacriticsSensitive || plain.startsWith(start)).toBe(true);
      expect(plain.endsWith(" b")).toBe(true);
      expect(result.spanOf(plain.length - 1, plain.length)).toEqual({ start: text.length - 1, end: text.length });
      expect(result.spanOf(0, plain.length - 2)).toMatchObject({ start: 0 });
    }
    normalize.mockRestore();
  });
});
