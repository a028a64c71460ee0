import type { Truth } from "@/filters/compare-interval.ts";
import { opposite } from "@/filters/compare-interval.ts";
import type { Condition, Operand } from "@/filters/condition.ts";
import { operandInterval } from "@/filters/operand-interval.ts";
import { termLine } from "@/filters/term-line.ts";
import { compileKeywords } from "@/matching/compile-keywords.ts";
import type { Filter } from "@/model/filter.ts";
import type { Hit } from "@/model/hit.ts";
import type { Result } from "@/model/result.ts";
import type { Verdict } from "@/model/verdict.ts";

import { plainList } from "../../support/plain-records.ts";

/** What is judged: a result with the hits in it, at a time. */
export interface Judged {
  readonly result: Result;
  readonly hits: readonly Hit[];
  readonly now: number;
  /** The ids of the lists that are there and switched on, by their names in small letters. */
  readonly lists: ReadonlyMap<string, string>;
}

const isFoundInProperty = (
  { form, text }: Extract<Condition, { kind: "property" }>,
  value: string | undefined,
): boolean => {
  if (value === undefined || form === "exact") return value === text;
  const fields = { title: value, snippet: "", meta: "", url: "", site: "" };
  return compileKeywords([plainList("", [text])]).findHits(fields).length > 0;
};

const propertyOf = (name: string, { url, properties }: Result): string | undefined => {
  if (name === "path") return url?.replace(/^https?:\/\/[^/]+/u, "").replace(/#.*$/su, "");
  return new Map(Object.entries(properties ?? {})).get(name);
};

const isFound = (text: Extract<Condition, { kind: "text" }>, { title, snippet, meta, url, host }: Result): boolean =>
  compileKeywords([plainList("", [termLine(text)])])
    .findHits({ title, snippet, meta, url: url ?? "", site: host ?? "" })
    .some(({ field }) => (text.field === null ? field === "title" || field === "snippet" : field === text.field));

type Range = readonly [low: number, high: number];

const compare = ([low, high]: Range, comparator: string, [from, to]: Range): Truth => {
  const isTrueOf = (value: number): boolean =>
    ({
      "<": value < from,
      "<=": value <= to,
      ">": value > to,
      ">=": value >= from,
      "=": value >= from && value <= to,
      "!=": value < from || value > to,
    })[comparator] === true;
  if (comparator === "=" || comparator === "!=") {
    const apart = high < from || low > to;
    const within = low >= from && high <= to;
    return within ? comparator === "=" : apart ? comparator !== "=" : null;
  }
  return isTrueOf(low) === isTrueOf(high) ? isTrueOf(low) : null;
};

const figureTruth = (condition: Extract<Condition, { kind: "compare" | "between" }>, judged: Judged): Truth => {
  const { measure } = condition;
  const facet = judged.result.facets.find(({ name }) => name === (measure === "age" ? "date" : measure));
  const figure = measure === "hits" ? { value: judged.hits.length } : facet;
  if (figure === undefined) return null;
  const operands: readonly Operand[] =
    condition.kind === "compare" ? [condition.operand] : [condition.low, condition.high];
  const { currency } = facet ?? {};
  const isOther = (operand: Operand): boolean =>
    operand.kind === "quantity" && operand.unit !== "" && currency !== undefined && operand.unit !== currency;
  if (measure === "price" && operands.some(isOther)) return null;
  const intervals = operands.map((operand) => operandInterval(measure, operand, judged.now));
  const ordered = measure === "age" ? intervals.toReversed() : intervals;
  const comparator = condition.kind === "compare" ? condition.comparator : "=";
  const turned = { "<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!=" }[comparator];
  return compare([figure.value, facet?.upper ?? figure.value], measure === "age" ? turned : comparator, [
    ordered[0]!.low,
    ordered.at(-1)!.high,
  ]);
};

/** Whether a condition is true of a result, worked out from the README's words alone, one condition at a time. */
export const plainTruth = (condition: Condition, judged: Judged): Truth => {
  const { result, hits, lists } = judged;
  switch (condition.kind) {
    case "not":
      return opposite(plainTruth(condition.part, judged));
    case "all":
    case "any": {
      const parts = condition.parts.map((part) => plainTruth(part, judged));
      const settling = condition.kind === "any";
      return parts.includes(settling) ? settling : parts.includes(null) ? null : !settling;
    }
    case "text": {
      const { field } = condition;
      const isUnknown = (field === "url" && result.url === null) || (field === "site" && result.host === null);
      return isFound(condition, result) || (isUnknown ? null : false);
    }
    case "site":
      return result.host === null ? null : `.${result.host}`.endsWith(`.${condition.host}`);
    case "host":
      return result.host === null ? null : result.host === condition.host;
    case "address":
      return result.url === null ? null : result.url === condition.url;
    case "list": {
      const id = lists.get(condition.name.trim().toLowerCase());
      return id === undefined ? null : hits.some(({ list }) => list === id);
    }
    case "property": {
      if (condition.name === "path" && result.url === null) return null;
      return isFoundInProperty(condition, propertyOf(condition.name, result));
    }
    case "has":
      return result.facets.some(({ name }) => name === condition.facet);
    default:
      return figureTruth(condition, judged);
  }
};

/** The verdict of filters that apply, worked out from the table in the README. */
export const plainVerdictOf = (applying: readonly Filter[]): Omit<Verdict, "reasons"> => {
  const own = applying.filter(({ source }) => source === undefined);
  const others = applying.filter(({ source }) => source !== undefined);
  const ranked = [own, others].flatMap((some) =>
    (["keep", "hide", "fold", "dim"] as const).filter((action) => some.some((filter) => filter.action === action)),
  );
  const marks = [...own, ...others].filter(({ action }) => action === "mark");
  const lifting = [own, others]
    .map((some) => some.flatMap(({ action }) => (action === "raise" ? 1 : action === "lower" ? -1 : [])))
    .find((lifts) => lifts.length > 0);
  const [strongest = "keep"] = ranked;
  return {
    visibility: strongest === "keep" ? "show" : strongest,
    mark: marks[0]?.color ?? null,
    lift: lifting?.reduce((sum, lift) => sum + lift, 0) ?? 0,
  };
};
