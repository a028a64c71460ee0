import type { Truth } from "./compare-interval.ts";
import { opposite } from "./compare-interval.ts";
import { compileComparison, facetOf } from "./compile-comparison.ts";
import type { Condition } from "./condition.ts";
import type { Names, Subject } from "./subject.ts";
import { termLine } from "./term-line.ts";

/** A condition made ready for many results. */
export type Test = (subject: Subject) => Truth;

/** Whether a host is a site or one of its subdomains. */
export const isWithinSite = (host: string, site: string): boolean =>
  host.endsWith(site) && (host.length === site.length || host.charAt(host.length - site.length - 1) === ".");

/** True where all are true, false where one is false, and unknown otherwise (Kleene's strong three-valued logic). */
const testAll =
  (tests: readonly Test[]): Test =>
  (subject) => {
    let truth: Truth = true;
    for (const test of tests) {
      const part = test(subject);
      if (part === false) return false;
      if (part === null) truth = null;
    }
    return truth;
  };

const testAny =
  (tests: readonly Test[]): Test =>
  (subject) => {
    let truth: Truth = false;
    for (const test of tests) {
      const part = test(subject);
      if (part === true) return true;
      if (part === null) truth = null;
    }
    return truth;
  };

/** Makes a condition ready for many results. What a result does not tell is neither true nor false of it. */
export const compileCondition = (condition: Condition, names: Names): Test => {
  switch (condition.kind) {
    case "all":
      return testAll(condition.parts.map((part) => compileCondition(part, names)));
    case "any":
      return testAny(condition.parts.map((part) => compileCondition(part, names)));
    case "not": {
      const test = compileCondition(condition.part, names);
      return (subject) => opposite(test(subject));
    }
    case "text": {
      const term = names.termOf(termLine(condition));
      const { field } = condition;
      const isUnknown = (subject: Subject): boolean =>
        (field === "url" && subject.url === null) || (field === "site" && subject.host === null);
      return (subject) => subject.hasTerm(term) || (isUnknown(subject) ? null : false);
    }
    case "site":
      return ({ host }) => (host === null ? null : isWithinSite(host, condition.host));
    case "address":
      return ({ url }) => (url === null ? null : url === condition.url);
    case "list": {
      const list = names.listOf(condition.name);
      return (subject) => (list === null ? null : subject.hitsByList.has(list));
    }
    case "has":
      return (subject) => subject.facet(condition.facet) !== undefined;
    default: {
      const comparison = compileComparison(condition);
      const facet = facetOf(condition.measure);
      return facet === null
        ? (subject) => comparison(subject.hitCount, subject.now)
        : (subject) => comparison(subject.facet(facet), subject.now);
    }
  }
};
