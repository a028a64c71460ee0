import type { Problem } from "@/model/problem.ts";

/** What bytes say, or why they say nothing. */
export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  | { readonly ok: false; readonly problem: Problem };

interface Decoder {
  readonly decode: (bytes: Uint8Array, options: { readonly stream: boolean }) => string;
}

/** Every browser's, and the command line's. */
const { TextDecoder } = globalThis as unknown as {
  readonly TextDecoder: new (encoding: string, options: { readonly fatal: boolean }) => Decoder;
};

/** More bytes than this are no list: in UTF-16, the longest text that is read. */
export const largestImport = 64_000_000;

/** So many bytes from the beginning tell which encoding a file is in. */
const sampledBytes = 65_536;

/** @param stream whether the bytes may end within a character, which is then left out */
const decode = (bytes: Uint8Array, encoding: string, stream = false): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream });
  } catch {
    return null;
  }
};

const byteOrderMarks: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];

/** The share of zero bytes at one parity from which on, with none at the other, a text is in UTF-16. */
const zeroShare = 0.1;

const utf16Without = (bytes: Uint8Array): string | null => {
  const zeros = [0, 0];
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const half = bytes.length / 2;
  if (odd > half * zeroShare && even === 0) return "utf-16le";
  return even > half * zeroShare && odd === 0 ? "utf-16be" : null;
};

/** Control characters, private and unassigned ones: none stands in a text that was decoded rightly. */
const implausible = /(?![\t-\r])\p{Cc}|\p{Co}|\p{Cn}/gu;
/** Characters that are common in Chinese and Japanese texts. */
const usual = /[\u0020-\u007e\s\u3000-\u30ff\uff01-\uff5e]/gu;
const kana = /[\u3041-\u30fe]/gu;
const halfWidthKana = /[\uff61-\uff9f]/gu;
const ideograph = /[\u4e00-\u9fff]/gu;
const latinLetter = /[\u00c0-\u00ff]/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Characters of the first level of GB 2312, which nearly all of any Chinese text consists of: lead bytes B0 to D7. */
const firstLevelShare = (bytes: Uint8Array): number => {
  let pairs = 0;
  let first = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x81) continue;
    const trail = bytes[at + 1] ?? 0;
    pairs += 1;
    if (lead >= 0xb0 && lead <= 0xd7 && trail >= 0xa1) first += 1;
    at += 1;
  }
  return pairs === 0 ? 0 : first / pairs;
};

interface Candidate {
  readonly encoding: string;
  /** How much of what is not ASCII looks as texts of this encoding do, from 0 to 1. */
  readonly plausibility: (text: string, bytes: Uint8Array) => number;
}

const nonAscii = (text: string): number => Math.max(1, count(text, /\P{ASCII}/gu));

const hangul = /[\uac00-\ud7a3]/gu;
/** Syllables of which every Korean text has many; of Chinese that is taken for Korean one in forty. */
const usualHangul = /[이다는에을의가고하지은로사한를기도서리인해나자수시아대어그일만정과부보게니전장라소]/gu;
/** A Korean text has hardly anything beside hangul, of which so many are among those. */
const hangulShare = 0.9;
const usualHangulShare = 0.12;

/** The encodings that lists are still found in, beside UTF-8. */
const candidates: readonly Candidate[] = [
  { encoding: "gb18030", plausibility: (_, bytes) => firstLevelShare(bytes) },
  {
    encoding: "euc-kr",
    plausibility: (text) => {
      const korean = count(text, hangul);
      const isKorean = korean >= hangulShare * nonAscii(text) && count(text, usualHangul) >= usualHangulShare * korean;
      // Chinese has no such text, though all its bytes would be in order.
      return isKorean ? 2 : 0;
    },
  },
  {
    encoding: "euc-jp",
    plausibility: (text) =>
      count(text, kana) === 0
        ? 0
        : (2 * count(text, kana) + 0.5 * count(text, ideograph) - 2 * count(text, halfWidthKana)) / nonAscii(text),
  },
  {
    encoding: "shift_jis",
    plausibility: (text) =>
      (2 * count(text, kana) + 0.5 * count(text, ideograph) - 2 * count(text, halfWidthKana)) / nonAscii(text),
  },
  {
    encoding: "big5",
    plausibility: (text) => (0.6 * count(text, ideograph) + 0.3 * count(text, usual)) / Math.max(1, text.length),
  },
  {
    encoding: "windows-1252",
    // Letters with accents stand one by one between plain ones.
    plausibility: (text) => {
      const single = count(text, /(?<![\u0080-\u00ff])[\u00c0-\u00ff](?![\u0080-\u00ff])/gu);
      return count(text, latinLetter) === 0 ? 0 : single / nonAscii(text);
    },
  },
];

/** Less than this is no text of the encoding. */
const leastPlausible = 0.35;

/** The beginning tells the encoding, so that a large file is decoded once and not in every encoding. */
const legacyText = (bytes: Uint8Array, sample: Uint8Array): DecodedText | null => {
  const scored = candidates.flatMap(({ encoding, plausibility }) => {
    const text = decode(sample, encoding, true);
    if (text === null || count(text, implausible) > 0) return [];
    return [{ encoding, score: plausibility(text, sample) }];
  });
  const likely = scored.filter(({ score }) => score >= leastPlausible);
  for (const { encoding } of likely.toSorted((one, other) => other.score - one.score)) {
    const text = decode(bytes, encoding);
    if (text !== null) return { ok: true, encoding, text };
  }
  return null;
};

/** Characters that no text has, of which a file of another kind soon has one. */
const isBinary = (text: string): boolean => /(?![\t-\r])(?=\p{ASCII})\p{Cc}/u.test(text.slice(0, sampledBytes));

const refused = (code: string): DecodedText => ({ ok: false, problem: { code, args: [] } });

const checked = (text: string, encoding: string): DecodedText =>
  isBinary(text) ? refused("import-binary") : { ok: true, text: text.replace(/^\uFEFF/u, ""), encoding };

/**
 * The text that a file's bytes hold: by its byte order mark, else in UTF-8, else in UTF-16 or one of the encodings that
 * were usual before, whichever the bytes look like.
 */
export const decodeText = (bytes: Uint8Array): DecodedText => {
  if (bytes.length > largestImport) return refused("import-too-large");
  const marked = byteOrderMarks.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  const sample = bytes.subarray(0, sampledBytes);
  const encoding = marked ?? utf16Without(sample) ?? "utf-8";
  const text = decode(bytes, encoding);
  if (text !== null) return checked(text, encoding);
  const legacy = marked === undefined && !sample.includes(0) ? legacyText(bytes, sample) : null;
  return legacy ?? refused("import-binary");
};
