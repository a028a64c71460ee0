import type { ImportFormat, RecognizedFormat } from "./imported-lists.ts";
import { readDomainLine } from "./read-domains.ts";
import { splitLines } from "./read-rule-lines.ts";
import { areOwnWords } from "./read-words.ts";
import { isMatchPattern } from "./ublacklist/match-pattern-condition.ts";

/** So many lines tell what a text is; they are taken from all over it. */
const mostSampled = 2000;
/** The share of lines that have a format's shape from which on a text is surely of it, and below which surely not. */
const surely = 0.9;
const possibly = 0.4;

const expressionLine =
  /^(?:@\d*)?(?:[!(\s]*(?:\$?[A-Za-z_]\w*\s*(?:[\^$*]?=\s*["']|(?:=~\s*)?\/)|\/.+\/[imsu]*\s*(?:[&|#]|$)))/u;
const ublacklistLine = (line: string): boolean => {
  const bare = line.replace(/^@\d*\s*/u, "");
  return isMatchPattern(bare.split(/\s/u, 1)[0] ?? "") || expressionLine.test(line);
};
const goggleLine = (line: string): boolean =>
  /\$(?:discard|boost|downrank|site|inurl|intitle|indescription|incontent)\b/u.test(line.split(/\s/u).at(-1) ?? "");
const hostsLine = (line: string): boolean => /^(?:0(?:\.0\.0\.0)?|127\.0\.0\.1|::1?)\s|^(?:@@)?\|\|[^|]+\^/u.test(line);
const gossipLine = (line: string): boolean =>
  /^\S+\s(?:(?:regexp\s)?(?:soft|hard)|banned\s(?:soft|hard)(?:\stitle(?:AndContents|Only)(?:\s\w+)?)?)$/u.test(line);
const redirectLine = (line: string): boolean => !/\s/u.test(line) && /^\S+\|https?:\/\//u.test(line);
const domainLine = (line: string): boolean => (readDomainLine(line).rules?.length ?? 0) > 0;

const isComment = (line: string): boolean => line.trim() === "" || /^(?:[#!;]|\[Adblock)/iu.test(line);

/** Of a longer line its beginning and its end tell as much, and take no second to look through. */
const mostLooked = 5000;
const lookedAt = (line: string): string =>
  line.length <= 2 * mostLooked ? line : line.slice(0, mostLooked) + line.slice(-mostLooked);

const sample = (lines: readonly string[], most: number): readonly string[] => {
  const every = Math.ceil(lines.length / most);
  return lines.filter((_, index) => index % every === 0);
};

const shareOf = (lines: readonly string[], hasShape: (line: string) => boolean): number =>
  lines.length === 0 ? 0 : lines.filter(hasShape).length / lines.length;

const percent = (share: number): string => String(Math.round(share * 100));

const recognized = (
  name: ImportFormat,
  sign: string,
  args: readonly string[],
  alternatives: readonly ImportFormat[] = [],
): RecognizedFormat => ({ name, reason: { sign, args }, alternatives });

/** Fewer lines than these have a format's shape by chance, too. */
const enoughLines = 10;
const plain: readonly ImportFormat[] = ["domains", "words"];

/** Formats of lines, by the shape of a line that no other format has; the rarer shape first. */
const lineFormats: readonly (readonly [ImportFormat, (line: string) => boolean])[] = [
  ["goggle", goggleLine],
  ["gossip", gossipLine],
  ["kagi-redirects", redirectLine],
  ["hosts", hostsLine],
  ["ublacklist", ublacklistLine],
];

/**
 * Tells what a text that is no JSON is. Where lines of two shapes stand side by side, or where words might be domains,
 * the other possibilities are named too, for the reader to choose.
 */
export const recognizeText = (text: string): RecognizedFormat => {
  const all = splitLines(text);
  if (areOwnWords(all)) return recognized("words", "winnow-head", []);
  // Of millions of lines, not even the comments are told from the others one by one.
  const some = sample(all, 10 * mostSampled).map((line) => line.trim());
  const lines = sample(
    some.filter((line) => !isComment(line)),
    mostSampled,
  ).map(lookedAt);
  if (/^\|?[^|\s]+:[tp](?:\|[^|\s]+:[tp])*\|?$/u.test(text.trim()))
    return recognized("google-hit-hider", "marked-domains", [], ["words"]);
  if (all[0]?.trimEnd() === "---" && all.slice(1).some((line) => line.trimEnd() === "---") && !/^pages:/mu.test(text))
    return recognized("ublacklist", "front-matter", [], ["words"]);
  if (/^pages:/mu.test(text) && /^[ \t]*(?:- )?(?:matches|results):/mu.test(text))
    return recognized("serpinfo", "recipe-keys", []);
  if (/^!\s*name:/imu.test(text)) {
    if (lines.some(goggleLine)) return recognized("goggle", "goggle-head", []);
    // A pattern without options is an instruction, too; what else a goggle has to say of itself tells it from others.
    const isHead = /^!\s*(?:description|public|author):/imu.test(text) && !lines.some(hostsLine);
    if (isHead) return recognized("goggle", "goggle-head", [], ["ublacklist", "words"]);
  }
  if (/^#\s*perma-?ban/imu.test(text) || lines.some((line) => /\s#\s*perma-?ban/iu.test(line)))
    return recognized("search-hit-hider", "perma-ban", [], plain);
  for (const [name, hasShape] of lineFormats) {
    const share = shareOf(lines, hasShape);
    if (share >= possibly) {
      const isSure = share >= surely && lines.length >= enoughLines;
      return recognized(name, "line-shape", [percent(share)], isSure ? [] : plain);
    }
  }
  const domains = shareOf(lines, domainLine);
  if (domains >= 0.5) return recognized("domains", "domain-lines", [percent(domains)], ["words"]);
  return recognized("words", "plain-lines", [percent(domains)], domains > 0 ? ["domains"] : []);
};
