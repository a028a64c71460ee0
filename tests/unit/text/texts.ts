import fc from "fast-check";

/** Pieces of text that have made trouble for somebody: each is what one key, one font or one broken tool leaves. */
const pieces: readonly (readonly string[])[] = [
  ["a", "b", "e", "s", "S", "i", "I", "A", "k", "1", "_", "-", "'", '"', " ", "  ", "\t", "\n", "\r\n", "."],
  ["é", "e\u0301", "E\u0301\u0323", "ß", "ẞ", "ſ", "İ", "ı", "i\u0307", "ø", "æ", "ﬁ", "ﬄ", "Å", "\u212b", "ŉ", "´"],
  ["σ", "ς", "Σ", "ά", "α\u0301", "ᾳ", "ё", "е\u0308", "й", "и\u0306", "и", "ї", "Й"],
  ["\u05e9\u05c1", "ש", "ب\u064e", "أ", "ا", "ـ", "لا", "ﻻ", "ی", "ي", "ﷺ"],
  ["ก", "ำ", "ี", "เ", "क", "ि", "क्ष", "\u093c", "क़", "ক", "ো", "த", "ொ"],
  ["か", "が", "か\u3099", "ｶ", "ｶﾞ", "ガ", "ー", "한", "ᄒ", "ᅡ", "ᆫ", "\u115f", "각"],
  [
    "一",
    "⼀",
    "支",
    "⽀",
    "路",
    "\uf937",
    "用",
    "⽤",
    "⻜",
    "飞",
    "⺟",
    "母",
    "𠘨",
    "⺇",
    "\u{2f81a}",
    "，",
    "（",
    "Ａ",
    "㎏",
    "①",
  ],
  ["👍", "👍🏽", "👨\u200d👩\u200d👧", "🇩", "🇪", "1\ufe0f\u20e3", "❤\ufe0f", "❤", "𝐀", "𐐀"],
  [
    "\u00ad",
    "\u200b",
    "\u200c",
    "\u200d",
    "\u200e",
    "\u2060",
    "\ufeff",
    "\u00a0",
    "\u3000",
    "\u2028",
    "\u0000",
    "\u0001",
  ],
  ["\ud800", "\udc00", "\u0301", "\u3099", "“", "”", "’", "–", "—", "…", "½", "™", "\u{e0100}", "\u0345"],
];

const piece = fc.constantFrom(...pieces.flat());

/** Texts of troublesome pieces, in which the same few come again and again so that keywords meet them. */
export const troublesomeTexts = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .array(piece, { minLength: 1, maxLength: 6 })
    .chain((few) => fc.array(fc.oneof(fc.constantFrom(...few), piece), { maxLength }))
    .map((parts) => parts.join(""));

/** A text and some stretches of it, cut at any unit, as keywords. */
export const textsWithKeywords: fc.Arbitrary<{ readonly text: string; readonly keywords: readonly string[] }> =
  troublesomeTexts(14).chain((text) =>
    fc.record({
      text: fc.constant(text),
      keywords: fc.array(
        fc.oneof(
          fc
            .tuple(fc.nat(text.length), fc.integer({ min: 1, max: 5 }))
            .map(([at, length]) => text.slice(at, at + length)),
          troublesomeTexts(3),
        ),
        { minLength: 1, maxLength: 6 },
      ),
    }),
  );
