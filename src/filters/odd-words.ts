import type { Problem } from "@/model/problem.ts";

import type { Condition } from "./condition.ts";
import { measures } from "./condition.ts";
import { meantName } from "./meant-name.ts";
import type { Places } from "./parse-condition.ts";
import { parseCondition } from "./parse-condition.ts";
import { printCondition } from "./print-condition.ts";
import { saidInParts } from "./said-in-parts.ts";
import { canonicalUnit } from "./units.ts";

type Word = Extract<Condition, { kind: "text" }>;

/** The words without a field, each with whether it stands beside others. */
const wordsIn = (
  condition: Condition,
  beside = false,
): readonly { readonly word: Word; readonly beside: boolean }[] => {
  if (condition.kind === "not") return wordsIn(condition.part, beside);
  if (condition.kind === "all" || condition.kind === "any")
    return condition.parts.flatMap((part) => wordsIn(part, true));
  return condition.kind === "text" && condition.form === "word" && condition.field === null
    ? [{ word: condition, beside }]
    : [];
};

/** What is written for the operators elsewhere. */
const operators: Readonly<Record<string, string>> = {
  AND: "and && & 且 和 与 並且 并且",
  OR: "or || | 或 或者",
  NOT: "not ! 非 不 不含",
};
const operatorOf = new Map(
  Object.entries(operators).flatMap(([operator, words]) => words.split(" ").map((word) => [word, operator])),
);

/** How comparisons are said in words; the longer ones first, of which shorter ones are a part. */
const comparing: readonly (readonly [comparator: string, said: string])[] = [
  [">=", "at least|not less than|不少于|不小于|至少|>="],
  ["<=", "at most|not more than|up to|不超过|不大于|不多于|最多|<="],
  [">", "more than|greater than|larger than|over|above|after|older than|longer than|大于|超过|多于|高于|晚于"],
  ["<", "less than|smaller than|under|below|before|newer than|shorter than|小于|少于|低于|不到|早于"],
  ["=", "is|equals|等于|是|为|為"],
];
const inWords = new RegExp(
  String.raw`^([\p{L}]+?)\s*(?:is\s+)?(?:${comparing.map(([, said]) => `(${said})`).join("|")})\s*(\d[^\s()]*)`,
  "iu",
);
const saidFirst = new RegExp(
  String.raw`^(?:${comparing.map(([, said]) => `(${said})`).join("|")})\s*(\d[\d.]*)\s*(\p{L}+)`,
  "iu",
);
const nameAndNumber = /^(\p{L}+)[\s~≈]+(\d[^\s()]*)/u;
const numberAndName = /^(\d[\d.,]*\p{L}?)\+?\s+(\p{L}+)/u;

const measureOf = (name: string): string | null => {
  const known = measures.find((measure) => measure === name.toLowerCase());
  const meant = meantName(name);
  return known ?? measures.find((measure) => measure === meant) ?? null;
};

/** Of these, few ask for much: they are limited from above, where nothing is said. */
const limitedAbove = new Set(["size", "age", "price", "duration"]);

/** A comparison that was written in words, as it is to be written; null where there is none. */
const saidComparison = (rest: string): readonly [typed: string, meant: string] | null => {
  const said = inWords.exec(rest);
  const measure = said && measureOf(said[1] ?? "");
  if (said && measure !== null) {
    const comparator = comparing.find((_, index) => said[index + 2] !== undefined)?.[0] ?? "=";
    return [said[0], `${measure}${comparator}${said.at(-1)}`];
  }
  const first = saidFirst.exec(rest);
  if (first) {
    const [number, unit] = [first.at(-2) ?? "", first.at(-1) ?? ""];
    const comparator = comparing.find((_, index) => first[index + 1] !== undefined)?.[0] ?? "=";
    // Newer means a smaller age, which the table tells of dates.
    const aged = /^(?:newer|older)/iu.test(rest) && canonicalUnit("age", unit) !== undefined;
    if (aged) return [first[0], `age${/^older/iu.test(rest) ? ">" : "<"}${number}${unit}`];
    if (canonicalUnit("bytes", unit) !== undefined && unit.length > 1)
      return [first[0], `size${comparator}${number}${unit}`];
    const counted = measureOf(unit);
    if (counted !== null) return [first[0], `${counted}${comparator}${number}`];
  }
  const plain = nameAndNumber.exec(rest);
  const turned = plain ? null : numberAndName.exec(rest);
  const [name, number] = plain ? [plain[1], plain[2]] : [turned?.[2], turned?.[1]];
  const of = name === undefined ? null : measureOf(name);
  if (of === null || number === undefined) return null;
  return [(plain ?? turned)![0], `${of}${limitedAbove.has(of) ? "<=" : ">="}${number}`];
};

/** A number whose thousands are parted by spaces: all before the word that three of its figures were read as. */
const partedBefore = /(\p{L}+)\s*([<>=≤≥≠!]+)\s*([1-9]\d{0,2}(?:\s\d{3})*)\s$/u;
const partedRest = /^\d{3}(?:\s\d{3})*(?![^\s()])/u;

/** The comparison that such a number belongs to, as it is to be written, and where it begins; null for other words. */
const partedNumber = (before: string, rest: string): readonly [place: number, typed: string, meant: string] | null => {
  const further = partedRest.exec(rest)?.[0];
  const first = further === undefined ? null : partedBefore.exec(before);
  const [, name = "", comparator = "", number = ""] = first ?? [];
  if (!first || further === undefined || measureOf(name) === null) return null;
  const digits = `${number}${further}`.replaceAll(/\s/gu, "");
  return [first.index, `${first[0]}${further}`, `${name}${comparator}${digits}`];
};

const webAddress = /^https?:\/\/([^\s/?#]+)\/?(.*)$/iu;
/** Hosts that hardly are anything else; of the many other ends, some are ends of files and names. */
const bareHost =
  /^(?:www\.\S+|[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.(?:com|org|net|edu|gov|info|cn|de|fr|jp|uk|eu|ru))$/iu;
const engineOperator = /^(before|after|filetype|ext):(\S+)$/iu;
const engineMeaning: Readonly<Record<string, string>> = {
  before: "date<",
  after: "date>",
  filetype: "url:",
  ext: "url:",
};
const prefixed = /^(\p{L}+)[:：](\S+)$/u;
const otherQuotes = /^(?:'([^']+)'|‘([^’]+)’|「([^」]+)」|『([^』]+)』|`([^`]+)`)/u;
const signs = /[,，、;；|]+/u;

/** What was most likely meant by what begins with a word, beside what of it was typed; null where it was that word. */
const meantBy = (word: string, rest: string): readonly [typed: string, meant: string] | null => {
  const quoted = otherQuotes.exec(rest);
  if (quoted) return [quoted[0], `"${quoted.slice(1).find((text) => text !== undefined) ?? ""}"`];
  const address = webAddress.exec(word);
  if (address) return [word, address[2] === "" ? `site:${address[1]}` : `url:"${word}"`];
  if (bareHost.test(word)) return [word, `site:${word.toLowerCase()}`];
  const engine = engineOperator.exec(word);
  if (engine) return [word, `${engineMeaning[engine[1]!.toLowerCase()]}${engine[2]}`];
  const named = prefixed.exec(word);
  const name = named && meantName(named[1] ?? "");
  if (named && name !== null) return [word, `${name}${measureOf(name) === null ? ":" : "="}${named[2]}`];
  if (/^[!！+＋]\S/u.test(word)) return [word, `${/^[!！]/u.test(word) ? "-" : ""}${word.slice(1)}`];
  const parts = word.split(signs).filter((part) => part !== "");
  if (signs.test(word) && parts.length > 0 && !/\d[,，]\d/u.test(word)) return [word, parts.join(" OR ")];
  return saidComparison(rest);
};

/**
 * Words that most likely were meant to be something else, such as `pages 30`, `a || b` or `example.com`, with their
 * columns: they are looked for as they stand.
 */
export const oddWords = (condition: Condition, text: string, places: Places): readonly Problem[] => {
  const problems: Problem[] = [];
  let end = 0;
  for (const { word, beside } of wordsIn(condition)) {
    const place = places.get(word);
    // What several words say together is told once.
    if (place === undefined || place < end) continue;
    const [before, rest] = [text.slice(0, place), text.slice(place)];
    const parted = partedNumber(before, rest);
    const [start, typedFrom, wanted] = parted ?? saidInParts(before, rest) ?? [place, "", ""];
    const whole = parseCondition(wanted);
    if (typedFrom !== "" && whole.ok) {
      end = start + typedFrom.length;
      const code = parted ? "condition-number-parted" : "condition-comparison-parted";
      problems.push({ code, args: [typedFrom, printCondition(whole.condition)], column: start + 1 });
      continue;
    }
    const operator = beside ? operatorOf.get(word.text.toLowerCase()) : undefined;
    const [typed, meant] = operator === undefined ? (meantBy(word.text, rest) ?? []) : [word.text, null];
    if (typed === undefined || meant === undefined) continue;
    const column = place + 1;
    if (meant === null) {
      problems.push({ code: "condition-small-operator", args: [typed, operator ?? ""], column });
      continue;
    }
    const parsed = parseCondition(meant);
    if (!parsed.ok) continue;
    end = place + typed.length;
    problems.push({ code: "condition-meant-otherwise", args: [typed, printCondition(parsed.condition)], column });
  }
  return problems;
};
