import { skipSpaces } from "./characters.ts";
import type { Line, NumberToken, Reader } from "./line.ts";
import { bytesOf } from "./meaning.ts";
import { frenchSizeWords } from "./shared-words.ts";
import { wordEnd } from "./words.ts";

/** A device's memory is no file's size. */
const hardware =
  /\b(?:ram|ssd|hdd|rom|vram|nvme|emmc|ddr\d?|memory|storage|arbeitsspeicher|speicher|stockage|memoria|memória)\b|pamięci|память|оперативной|内存|存储|メモリ|ストレージ|메모리|저장/i;

interface Unit {
  readonly bytes: number;
  readonly end: number;
}

const frenchUnit = ({ text, language }: Line, at: number): Unit | null => {
  if (language?.code !== "fr") return null;
  const start = skipSpaces(text, at);
  const end = wordEnd(text, start);
  const bytes = frenchSizeWords.get(text.slice(start, end).toLowerCase());
  return bytes === undefined ? null : { bytes, end };
};

const unitOf = (line: Line, { after, end }: NumberToken): Unit | null => {
  const bytes = after ? bytesOf(after.meaning) : 0;
  return after && bytes > 0 ? { bytes, end: after.end } : frenchUnit(line, end);
};

/** Reads sizes in bytes; a kilobyte has 1,024 of them. */
export const readSize: Reader = (line, token) => {
  const { text } = line;
  const unit = unitOf(line, token);
  if (!unit) return null;
  const value = unit.bytes === 1 ? token.count : token.measure;
  // "5 MB/s" is a speed.
  if (value === null || text.charAt(unit.end) === "/" || hardware.test(text)) return null;
  const end = text.charAt(unit.end - 1) === "." ? unit.end - 1 : unit.end;
  return { facet: { name: "size", value: Math.round(value * unit.bytes) }, start: token.start, end };
};
