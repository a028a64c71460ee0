import { parseKeyword } from "@/matching/parse-keyword.ts";

/** Whether a line reads as words without a field, by which it could be quoted and mean the same. */
const isPlain = (line: string): boolean => {
  const parsed = parseKeyword(line);
  return parsed.kind === "keyword" && parsed.keyword.field === null && parsed.keyword.pattern.kind !== "regex";
};

/** A text on one line: where a line ends in it, words are apart, as by a space. */
export const onOneLine = (text: string): string => text.replaceAll(/\s*[\r\n]\s*/gu, " ");

/** A keyword that finds a text literally, whatever signs it holds. */
export const literalLine = (text: string): string => {
  const quoted = /^"|[*?]/u.test(text) || !isPlain(text);
  return quoted ? `"${text}"` : text;
};

/** A keyword with `*` and `?` as wildcards; null where its beginning would make something else of it. */
export const wildcardLine = (text: string): string | null => {
  if (!/[*?]/u.test(text)) return literalLine(text);
  return !text.startsWith('"') && isPlain(text) ? text : null;
};

/** A keyword that is a regular expression; null where it cannot be searched by. */
export const regexLine = (source: string, flags: string): string | null => {
  const line = `/${source.replaceAll("\n", String.raw`\n`).replaceAll("\r", String.raw`\r`)}/${flags}`;
  return parseKeyword(line).kind === "keyword" ? line : null;
};
