import { skipSpaces } from "./characters.ts";
import type { Line, NumberToken, Reader, Reading } from "./line.ts";
import { means } from "./line.ts";
import { bytesOf, isFrench } from "./meaning.ts";

/** A device's memory is no file's size. */
const hardware =
  /\b(?:ram|ssd|hdd|rom|vram|nvme|emmc|ddr\d?|memory|storage|arbeitsspeicher|speicher|stockage|memoria|memória)\b|pamięci|память|оперативной|内存|存储|メモリ|ストレージ|메모리|저장/i;

/** "512 B" is a size where nothing follows; "2B views" are two billions. */
const bareBytes = /^\s?B\s*(?:$|\p{P})/u;
const mostBareBytes = 1023;

const readBareBytes = ({ text }: Line, { start, end, count }: NumberToken): Reading | null =>
  count !== null && count <= mostBareBytes && bareBytes.test(text.slice(end))
    ? { facet: { name: "size", value: count }, start, end: skipSpaces(text, end) + 1 }
    : null;

/** Reads sizes in bytes; a kilobyte has 1,024 of them. */
export const readSize: Reader = (line, token) => {
  const { text, language } = line;
  const { after, start } = token;
  const bytes = after ? bytesOf(after.meaning) : 0;
  if (!after || bytes === 0) return readBareBytes(line, token);
  if (means(after, isFrench) && language?.code !== "fr") return null;
  const value = bytes === 1 ? token.count : token.measure;
  // "5 MB/s" is a speed.
  if (value === null || text.charAt(after.end) === "/" || hardware.test(text)) return null;
  const end = text.charAt(after.end - 1) === "." ? after.end - 1 : after.end;
  return { facet: { name: "size", value: Math.round(value * bytes) }, start, end };
};
