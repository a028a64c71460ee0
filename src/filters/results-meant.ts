import { mayBeOneCurrency } from "@/facets/currencies.ts";

import { oppositeComparator } from "./compare-interval.ts";
import { compileComparison, facetOf, intervalOf } from "./compile-comparison.ts";
import { isWithinSite } from "./compile-condition.ts";
import type { Condition, Measure } from "./condition.ts";
import type { FigureSet } from "./figure-set.ts";
import { allFigures, commonFigures, figuresThatAre, noFigures, wholeFigures } from "./figure-set.ts";
import type { Cases, PossibleResults } from "./possible-results.ts";
import { allOfResults, anyResults, casesThat, commonResults, resultsWith } from "./possible-results.ts";
import { termLine } from "./term-line.ts";
import { dimensionOf } from "./units.ts";

type Atom = Exclude<Condition, { kind: "all" | "any" | "not" }>;
type Comparing = Extract<Atom, { kind: "compare" | "between" }>;

/** The kinds of results of which a condition is true or, where that is wanted, false. */
export type ResultsMeant = (condition: Condition, wanted: boolean) => PossibleResults;

/** Ratings are on a scale of five. */
const bestRating = 5;

/** The figures that there are at all: only dates may be before 0, and counts are whole. */
const figuresOf = (measure: Measure, figures: FigureSet = allFigures): FigureSet => {
  const dimension = dimensionOf[measure];
  if (dimension === "date" || dimension === "age") return figures;
  const high = dimension === "rating" ? bestRating : Number.POSITIVE_INFINITY;
  const known = commonFigures(figures, [{ low: 0, high }]);
  return dimension === "count" ? wholeFigures(known) : known;
};

const atomsOf = (condition: Condition): readonly Atom[] => {
  if (condition.kind === "not") return atomsOf(condition.part);
  return condition.kind === "all" || condition.kind === "any" ? condition.parts.flatMap(atomsOf) : [condition];
};

/** What some of the conditions name, each once. */
const distinct = (atoms: readonly Atom[], nameOf: (atom: Atom) => string | null): readonly string[] => [
  ...new Set(atoms.map(nameOf).filter((name) => name !== null)),
];

/** Where a text is looked for that names no field; title alone, snippet alone, both, or neither are its cases. */
const textCases = (field: string | null, wanted: boolean): Cases => {
  const inTitle = [true, false, true, false];
  const inSnippet = [false, true, true, false];
  return casesThat(inTitle.length, (index) => {
    const isIn = (field !== "snippet" && inTitle[index]!) || (field !== "title" && inSnippet[index]!);
    return isIn === wanted;
  });
};

const yesOrNo = (wanted: boolean): Cases => casesThat(2, (index) => (index === 1) === wanted);

/**
 * Tells of conditions, the parts of one whole, which results they can be true and false of. The whole truth about a
 * result that tells a coarse figure, such as a year, holds of every exact one that it may be, so exact ones will do.
 *
 * @param now the time that ages are seen from, in milliseconds since the epoch
 * @param currencyTold leaves out the prices that tell no currency, which are compared with those in any
 */
export const resultsMeant = (whole: Condition, now: number, currencyTold: boolean): ResultsMeant => {
  const atoms = atomsOf(whole);
  const hosts = distinct(atoms, (atom) => (atom.kind === "site" || atom.kind === "host" ? atom.host : null));
  const addresses = distinct(atoms, (atom) => (atom.kind === "address" ? atom.url : null));
  const comparisons = new Map(
    atoms
      .filter((atom): atom is Comparing => atom.kind === "compare" || atom.kind === "between")
      .map((atom) => [atom, compileComparison(atom)]),
  );
  const currencies = [...new Set([...comparisons.values()].flatMap((comparison) => comparison.currencies))];

  /** The cases of a figure: it is missing, it is told, and for prices besides, it is in each currency or another. */
  const figureCases = (measure: Measure, figures: FigureSet, asked: readonly string[] | null): Cases => {
    const untold = currencyTold && measure === "price" ? noFigures : figures;
    if (measure !== "price") return [noFigures, untold];
    const isAsked = (currency: string | null): boolean =>
      (asked ?? []).every((one) => currency !== null && mayBeOneCurrency(one, currency));
    return [noFigures, untold, ...[...currencies, null].map((one) => (isAsked(one) ? figures : noFigures))];
  };

  const compared = (atom: Comparing, wanted: boolean): PossibleResults => {
    const comparison = comparisons.get(atom)!;
    const comparator = wanted ? comparison.comparator : oppositeComparator[comparison.comparator];
    const figures = figuresOf(atom.measure, figuresThatAre(comparator, intervalOf(comparison, now)));
    const facet = facetOf(atom.measure);
    if (facet === null) return resultsWith({ hits: [figures] });
    return resultsWith({ [facet]: figureCases(atom.measure, figures, comparison.currencies) });
  };

  const ofAtom = (atom: Atom, wanted: boolean): PossibleResults => {
    switch (atom.kind) {
      case "compare":
      case "between":
        return compared(atom, wanted);
      case "has": {
        const present = figureCases(atom.facet, figuresOf(atom.facet), null);
        return resultsWith({
          [atom.facet]: wanted ? present : present.map((_, index) => (index === 0 ? allFigures : noFigures)),
        });
      }
      case "text": {
        const { field } = atom;
        const line = termLine({ ...atom, field: null });
        return field === null || field === "title" || field === "snippet"
          ? resultsWith({ [`text ${line}`]: textCases(field, wanted) })
          : resultsWith({ [`${field} ${line}`]: yesOrNo(wanted) });
      }
      case "list": {
        const thing = { [`list ${atom.name.trim().toLowerCase()}`]: yesOrNo(wanted) };
        // What a list finds is a hit.
        return resultsWith(wanted ? { ...thing, hits: [[{ low: 1, high: Number.POSITIVE_INFINITY }]] } : thing);
      }
      case "site":
      case "host": {
        // Two cases for each host, itself and what is under it but under no other of these; one for all other hosts.
        const isThere = (index: number): boolean => {
          const host = hosts[index >> 1];
          if (host === undefined) return false;
          return atom.kind === "site" ? isWithinSite(host, atom.host) : host === atom.host && index % 2 === 0;
        };
        return resultsWith({ site: casesThat(2 * hosts.length + 1, (index) => isThere(index) === wanted) });
      }
      case "property": {
        const values = distinct(atoms, (other) =>
          other.kind === "property" && other.name === atom.name && other.form === "exact" ? other.text : null,
        );
        return atom.form === "exact"
          ? resultsWith({
              [`property ${atom.name}`]: casesThat(
                values.length + 1,
                (index) => (values[index] === atom.text) === wanted,
              ),
            })
          : resultsWith({ [`property ${atom.name} ${atom.text}`]: yesOrNo(wanted) });
      }
      case "address":
        return resultsWith({
          address: casesThat(addresses.length + 1, (index) => (addresses[index] === atom.url) === wanted),
        });
    }
  };

  const meant: ResultsMeant = (condition, wanted) => {
    if (condition.kind === "not") return meant(condition.part, !wanted);
    if (condition.kind !== "all" && condition.kind !== "any") return ofAtom(condition, wanted);
    const parts = condition.parts.map((part) => meant(part, wanted));
    return (condition.kind === "all") === wanted ? parts.reduce(commonResults, anyResults) : allOfResults(parts);
  };
  return meant;
};
