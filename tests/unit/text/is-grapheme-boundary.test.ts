import { expect, test } from "vitest";

import { isGraphemeBoundary } from "@/text/is-grapheme-boundary.ts";

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
