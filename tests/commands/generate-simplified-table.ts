/**
 * Writes `src/text/simplified-table.ts` from OpenCC's table of characters:
 * `node tests/commands/generate-simplified-table.ts` (Node 22.18 or later), to be run when OpenCC was updated.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

// @ts-expect-error -- The package has no types for its dictionaries.
import dictionary from "opencc-js/dict/TSCharacters";

const pairs = dictionary as string;

const firstIdeograph = 0x4e00;

/** The characters of GB 2312, which covers what is written in simplified Chinese but for rare names. */
const common = new Set<string>();
const decoder = new TextDecoder("gb2312");
for (let row = 0xb0; row <= 0xf7; row++) {
  for (let cell = 0xa1; cell <= 0xfe; cell++) common.add(decoder.decode(Uint8Array.of(row, cell)));
}

const table = pairs
  .split("|")
  .map((pair) => pair.split(" "))
  .filter(([traditional = "", simplified = ""]) => traditional.length === 1 && common.has(simplified))
  .map(([traditional = "", simplified = ""]) => [traditional.charCodeAt(0), simplified.charCodeAt(0)] as const)
  .filter(([traditional, simplified]) => traditional !== simplified)
  .toSorted(([a], [b]) => a - b);

/** The last digit is 0-9 or a-z (radix 36), those before it A-Z (radix 26), so that no separator is needed. */
const encodeNumber = (value: number): string => {
  let digits = (value % 36).toString(36);
  for (let rest = Math.floor(value / 36); rest > 0; rest = Math.floor(rest / 26)) {
    digits = String.fromCharCode(65 + (rest % 26)) + digits;
  }
  return digits;
};

let previousTraditional = firstIdeograph;
let previousSimplified = firstIdeograph;
let steps = "";
let turns = "";
for (const [traditional, simplified] of table) {
  if (traditional < firstIdeograph) continue;
  steps += encodeNumber(traditional - previousTraditional);
  const turn = simplified - previousSimplified;
  turns += encodeNumber(turn >= 0 ? turn * 2 : -turn * 2 - 1);
  previousTraditional = traditional;
  previousSimplified = simplified;
}

writeFileSync(
  join(import.meta.dirname, "../../src/text/simplified-table.ts"),
  `/**
 * Traditional Chinese characters and their simplified forms: written by tests/commands/generate-simplified-table.ts
 * from OpenCC's TSCharacters (Apache License 2.0), as far as the simplified form is in GB 2312. Each number is the
 * distance to the one before it, first all traditional characters, then, with the sign in the last bit, all simplified.
 */
export const simplifiedTable =
  "${steps} ${turns}";
`,
);
