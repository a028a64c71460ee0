import type { Line, NumberToken, Reader, Reading } from "./line.ts";
import { matchAt } from "./line.ts";
import { bytesOf, frenchBytes } from "./meaning.ts";
import { parseNumber } from "./parse-number.ts";

/** A device's memory is no file's size. */
const hardware =
  /\b(?:ram|ssd|hdd|rom|vram|nvme|emmc|ddr\d?|memory|storage|arbeitsspeicher|speicher|stockage|memoria|memória)\b|pamięci|память|оперативной|内存|存储|メモリ|ストレージ|메모리|저장/;

/** "512 B" is a size where nothing follows; "2B views" are two billions. */
const bareBytes = /\s?B\s*(?=$|[!-.;-@[-`{-~])/y;
const mostBareBytes = 1023;

const readBareBytes = ({ text, place }: Line, { start, end, raw }: NumberToken): Reading | null => {
  const match = matchAt(bareBytes, text, end);
  const value = match && parseNumber(raw, true, place);
  // In Turkish a B is a thousand.
  return match && value !== null && value <= mostBareBytes && Number.isInteger(value) && place.code !== "tr"
    ? { facet: { name: "size", value }, start, end: end + match[0].trimEnd().length }
    : null;
};

/** "5 MB/s", "5 megabytes per second", "每秒 5 MB" are speeds. */
const speedBehind =
  /^\s?(?:\/|[每毎]|(?:per|pro|par|por|pr\.?|à la|al|na|в|на|за|في)\s(?:sec|sek|seg|s[eé]?c|сек|الثاني))/i;
const speedBefore = /(?:[每毎]秒|초당|saniyede)\s?$/i;
const longestSpeed = 12;

/**
 * Reads sizes in bytes; a kilobyte has 1,024 of them. File listings count so whatever they call it, and conditions do
 * likewise, so that a page's "2 MB" and a condition's `2MB` are the same size.
 */
export const readSize: Reader = (line, token) => {
  const { text, place } = line;
  const { after, start, raw } = token;
  if (!after) return null;
  const bytes = bytesOf(after.meaning);
  const last = text.charAt(after.end - 1);
  if (bytes === 0) return text.charAt(after.start) === "B" ? readBareBytes(line, token) : null;
  // "5 to 7" is a range on a page that says it is in French.
  if (bytes === frenchBytes && (place.code !== "fr" || text.startsWith("to", after.start))) return null;
  const power = bytes === frenchBytes ? " kmgt".indexOf(text.charAt(after.start).toLowerCase()) : bytes - 1;
  const value = parseNumber(raw, power === 0, place);
  if (
    value === null ||
    speedBehind.test(text.slice(after.end, after.end + longestSpeed)) ||
    speedBefore.test(text.slice(0, start)) ||
    (text.length > after.end - start && hardware.test(text.toLowerCase()))
  )
    return null;
  const end = last === "." ? after.end - 1 : after.end;
  return { facet: { name: "size", value: Math.round(value * 1024 ** power) }, start, end };
};
