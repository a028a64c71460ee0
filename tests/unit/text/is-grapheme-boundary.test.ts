import fc from "fast-check";
import { expect, test, vi } from "vitest";

import { graphemeEnd, graphemeStart, isGraphemeBoundary } from "@/text/is-grapheme-boundary.ts";

import { troublesomeTexts } from "./texts.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** What may stand beside a character: a letter, a mark, Hangul, half of an emoji. */
const neighbours = ["a", "\u0301", "\uAC00", "\u{1F44D}"];

/** The thousands of ideographs, syllables and private characters are all alike: one in a hundred is looked at. */
const isOneOfThousands = (code: number): boolean =>
  (code >= 0x3400 && code < 0xa000) || (code >= 0xac00 && code < 0xf900);

test("no character of the basic plane is cut, nor joined to its neighbour, otherwise than Unicode says", () => {
  const wrong: string[] = [];
  for (let code = 0x20; code < 0xfffe; code++) {
    const character = String.fromCharCode(code);
    if (isOneOfThousands(code) && code % 100 !== 0) continue;
    if (!/\p{Assigned}/u.test(character)) continue;
    const text = neighbours.map((neighbour) => character + neighbour).join("");
    const edges = new Set(Array.from(graphemes.segment(text), ({ index }) => index));
    for (let index = 1; index < text.length; index++) {
      if (isGraphemeBoundary(text, index) !== edges.has(index)) wrong.push(`U+${code.toString(16)} at ${index}`);
    }
  }
  expect(wrong).toEqual([]);
});

const edgesOf = (text: string): readonly number[] => [
  ...Array.from(graphemes.segment(text), ({ index }) => index),
  text.length,
];

/** What joins with one side or both: marks, joiners, flags, Hangul, Indic signs, what stands before a number. */
const joining = fc.constantFrom(
  ..."\u0301 \u200d \ufe0f \u{1f1e9} \u{1f3fd} 👩 ❤ ᄒ ᅡ ᆫ 가 क \u094d \u093f \u0600 \ud800 \udc00 \r \n a é 一".split(
    " ",
  ),
);

test("the nearest edges of characters are those that Unicode says, in whatever order they are asked for", () => {
  const parts = fc.oneof(
    troublesomeTexts(20),
    fc.array(joining, { maxLength: 40 }).map((units) => units.join("")),
  );
  fc.assert(
    fc.property(parts, fc.array(fc.nat(100), { maxLength: 20 }), (text, places) => {
      const edges = edgesOf(text);
      for (const place of places) {
        const index = place % (text.length + 1);
        expect(isGraphemeBoundary(text, index)).toBe(edges.includes(index));
        expect(graphemeStart(text, index)).toBe(edges.findLast((edge) => edge <= index));
        expect(graphemeEnd(text, index)).toBe(edges.find((edge) => edge >= index));
      }
    }),
    { numRuns: 5000 },
  );
});

test.each(["\u0301", "👩\u200d", "\u{1f1e9}", "क\u094d", "ᅡ"])(
  "a long text of characters that may join, %j, is taken apart once, whichever places are asked for",
  (unit) => {
    const text = `a${unit.repeat(3000)}b`;
    const edges = new Set(edgesOf(text));
    const segment = vi.spyOn(Intl.Segmenter.prototype, "segment");
    const wrong: number[] = [];
    for (let index = 0; index <= text.length; index++) {
      if (isGraphemeBoundary(text, index) !== edges.has(index)) wrong.push(index);
      if (!edges.has(graphemeStart(text, index)) || !edges.has(graphemeEnd(text, index))) wrong.push(index);
    }
    const units = segment.mock.calls.reduce((sum, [{ length }]) => sum + length, 0);
    segment.mockRestore();
    expect(wrong).toEqual([]);
    expect(units).toBeLessThan(2 * text.length);
  },
);
