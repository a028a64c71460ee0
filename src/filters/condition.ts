import type { FacetName } from "@/model/facet.ts";
import { facetNames } from "@/model/facet.ts";
import type { FieldName } from "@/model/result.ts";

/** Everything a condition can compare: the facets, `age` (another view of the facet `date`) and the number of hits. */
export const measures = [...facetNames, "age", "hits"] as const;
export type Measure = (typeof measures)[number];

export const comparators = ["=", "!=", "<", "<=", ">", ">="] as const;
export type Comparator = (typeof comparators)[number];

/** A number as it was typed, with its unit in the canonical spelling of `units.ts`; "" where there is none. */
export interface Quantity {
  readonly kind: "quantity";
  readonly amount: number;
  readonly unit: string;
}

/** A day, a month or a whole year of the calendar; months and days count from 1. */
export interface CalendarDate {
  readonly kind: "date";
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

export type Operand = Quantity | CalendarDate;

/**
 * A condition as data. `all` and `any` hold at least two parts, none of which is of the same kind as they are, and
 * `not` never holds a `not`: the builders below keep to that, so that every condition has one printed form.
 */
export type Condition =
  | { readonly kind: "all"; readonly parts: readonly Condition[] }
  | { readonly kind: "any"; readonly parts: readonly Condition[] }
  | { readonly kind: "not"; readonly part: Condition }
  /** A word (with wildcards), a phrase taken literally, or a regular expression written as /source/flags. */
  | {
      readonly kind: "text";
      readonly form: "word" | "phrase" | "regex";
      readonly field: FieldName | null;
      readonly text: string;
    }
  /** A host in lower case and ASCII form, which stands for itself and its subdomains. */
  | { readonly kind: "site"; readonly host: string }
  /** A host in the same form, which stands for itself alone. */
  | { readonly kind: "host"; readonly host: string }
  /** One result by its whole address, sign by sign as the page gives it. */
  | { readonly kind: "address"; readonly url: string }
  | { readonly kind: "list"; readonly name: string }
  /**
   * A property that the page's recipe gives a result, such as `$category`: its whole text, or a regular expression
   * written as /source/flags that finds something in it.
   */
  | { readonly kind: "property"; readonly name: string; readonly form: "exact" | "regex"; readonly text: string }
  | {
      readonly kind: "compare";
      readonly measure: Measure;
      readonly comparator: Comparator;
      readonly operand: Operand;
    }
  /** Both ends belong to the range. */
  | { readonly kind: "between"; readonly measure: Measure; readonly low: Operand; readonly high: Operand }
  | { readonly kind: "has"; readonly facet: FacetName };

const join = (kind: "all" | "any", parts: readonly Condition[]): Condition => {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { kind, parts: flat };
};

/** All of the parts, of which there must be at least one. */
export const all = (parts: readonly Condition[]): Condition => join("all", parts);

/** At least one of the parts, of which there must be at least one. */
export const any = (parts: readonly Condition[]): Condition => join("any", parts);

/** The opposite, which is not the same as the absence: see the README on figures that a result lacks. */
export const not = (part: Condition): Condition => (part.kind === "not" ? part.part : { kind: "not", part });
