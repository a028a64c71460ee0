import type { Reader } from "./line.ts";
import { parseNumber } from "./parse-number.ts";
import { lookAfter, skipSpaces } from "./words.ts";

/**
 * Bytes in each unit. A kilobyte is 1,024 bytes: file listings count so, and conditions do likewise, so that a page's
 * "2 MB" and a condition's `2MB` are the same size.
 */
const powers: readonly (readonly [power: number, words: string])[] = [
  [0, "byte bytes octet octets bajt bajty bajtów байт байта байтов بايت 字节 位元組"],
  [1, "kb kib кб kilobyte kilobytes كيلوبايت 킬로바이트 キロバイト"],
  [2, "mb mib мб megabyte megabytes ميجابايت ميغابايت 메가바이트 メガバイト"],
  [3, "gb gib гб gigabyte gigabytes جيجابايت غيغابايت 기가바이트 ギガバイト"],
  [4, "tb tib тб terabyte terabytes تيرابايت 테라바이트 テラバイト"],
];
const units: ReadonlyMap<string, number> = new Map(
  powers.flatMap(([power, words]) => words.split(" ").map((word): [string, number] => [word, 1024 ** power])),
);
/** French counts in octets; elsewhere these are words. */
const frenchUnits: ReadonlyMap<string, number> = new Map(
  ["ko", "mo", "go", "to"].map((unit, index) => [unit, 1024 ** (index + 1)]),
);

/** A device's memory is no file's size. */
const hardware =
  /(?<!\p{L})(?:ram|ssd|hdd|rom|vram|nvme|emmc|ddr\d?|memory|storage|arbeitsspeicher|speicher|stockage|memoria|memória|pamięci|память|оперативной)(?!\p{L})|内存|存储|メモリ|ストレージ|메모리|저장/iu;

export const readSize: Reader = (line, token) => {
  const at = skipSpaces(line.text, token.end);
  const found =
    lookAfter(units, line.text, at) ?? (line.language?.code === "fr" ? lookAfter(frenchUnits, line.text, at) : null);
  if (!found) return null;
  const value = parseNumber(token.raw, found.value === 1 ? "count" : "measure", line.language);
  // "5 MB/s" is a speed.
  if (value === null || line.text.charAt(found.end) === "/" || hardware.test(line.text)) return null;
  const end = line.text.charAt(found.end - 1) === "." ? found.end - 1 : found.end;
  return { facet: { name: "size", value: Math.round(value * found.value) }, start: token.start, end };
};
