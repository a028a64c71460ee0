import type { FacetName } from "@/model/facet.ts";
import type { FieldName } from "@/model/result.ts";

import type { Truth } from "./compare-interval.ts";
import { opposite } from "./compare-interval.ts";
import type { Comparison } from "./compile-comparison.ts";
import { compareFigure, compileComparison, facetOf } from "./compile-comparison.ts";
import type { Condition } from "./condition.ts";
import type { Names, Subject } from "./subject.ts";
import { propertyLine, termLine } from "./term-line.ts";

/**
 * A condition made ready for many results, to be asked by `truthOf`. All are of one shape, whatever their kind, and
 * what a kind has no use for is left empty: asking thousands of them is one short function to the engine.
 */
export interface Test {
  readonly kind: Exclude<Condition["kind"], "between">;
  readonly parts: readonly Test[];
  /** A host, an address, a property's text, or the id of a list; null for a list that is not there. */
  readonly name: string | null;
  /** -1 where no term is looked for. */
  readonly term: number;
  /** The name of a property, whose whole text is `name` where no term is looked for in it. */
  readonly property: string | null;
  readonly field: FieldName | null;
  /** Null where the number of hits is compared. */
  readonly facet: FacetName | null;
  readonly comparison: Comparison | null;
}

/** Whether a host is a site or one of its subdomains. */
export const isWithinSite = (host: string, site: string): boolean =>
  host.endsWith(site) && (host.length === site.length || host.charAt(host.length - site.length - 1) === ".");

const newTest = (
  kind: Test["kind"],
  { parts = [], name = null, term = -1, property = null, field = null, facet = null, comparison = null }: Partial<Test>,
): Test => ({ kind, parts, name, term, property, field, facet, comparison });

/** Makes a condition ready for many results. */
export const compileCondition = (condition: Condition, names: Names): Test => {
  switch (condition.kind) {
    case "all":
    case "any":
      return newTest(condition.kind, { parts: condition.parts.map((part) => compileCondition(part, names)) });
    case "not":
      return newTest("not", { parts: [compileCondition(condition.part, names)] });
    case "text":
      return newTest("text", { term: names.termOf(termLine(condition)), field: condition.field });
    case "site":
      return newTest("site", { name: condition.host });
    case "host":
      return newTest("host", { name: condition.host });
    case "address":
      return newTest("address", { name: condition.url });
    case "list":
      return newTest("list", { name: names.listOf(condition.name) });
    case "property":
      return condition.form === "exact"
        ? newTest("property", { property: condition.name, name: condition.text })
        : newTest("property", { property: condition.name, term: names.termOf(propertyLine(condition)) });
    case "has":
      return newTest("has", { facet: condition.facet });
    default:
      return newTest("compare", { facet: facetOf(condition.measure), comparison: compileComparison(condition) });
  }
};

/**
 * The other truth than this settles nothing: one part that is `settling` makes the whole so (Kleene's strong logic).
 */
const truthOfParts = (parts: readonly Test[], settling: boolean, subject: Subject): Truth => {
  let truth: Truth = !settling;
  for (let index = 0; index < parts.length; index++) {
    const part = truthOf(parts[index]!, subject);
    if (part === settling) return settling;
    if (part === null) truth = null;
  }
  return truth;
};

/** The one property that no recipe tells: the path of the address, with its query. */
export const addressPath = "path";

const isFieldUnknown = (field: FieldName | null, { url, host }: Subject): boolean =>
  (field === "url" && url === null) || (field === "site" && host === null);

/** Whether a condition is true of a result. What the result does not tell is neither true nor false of it. */
export const truthOf = (test: Test, subject: Subject): Truth => {
  const { name, facet } = test;
  switch (test.kind) {
    case "all":
      return truthOfParts(test.parts, false, subject);
    case "any":
      return truthOfParts(test.parts, true, subject);
    case "not":
      return opposite(truthOf(test.parts[0]!, subject));
    case "compare":
      return compareFigure(test.comparison!, facet === null ? subject.hitCount : subject.facet(facet), subject.now);
    case "text":
      return subject.hasTerm(test.term) || (isFieldUnknown(test.field, subject) ? null : false);
    case "property":
      if (subject.url === null && test.property === addressPath) return null;
      return name === null ? subject.hasTerm(test.term) : subject.property(test.property!) === name;
    case "has":
      return subject.facet(facet!) !== undefined;
    case "site":
      return subject.host === null ? null : isWithinSite(subject.host, name!);
    case "host":
      return subject.host === null ? null : subject.host === name;
    case "address":
      return subject.url === null ? null : subject.url === name;
    case "list":
      return name === null ? null : subject.hitsByList.has(name);
  }
};
