import type { FigureSet } from "./figure-set.ts";
import { allFigures, commonFigures, noFigures } from "./figure-set.ts";

/**
 * What can be of one thing that conditions ask for, such as a figure: a set of numbers in each of several cases that
 * exclude each other, such as the currencies of a price. Of the same thing the cases are always the same.
 */
export type Cases = readonly FigureSet[];

/** A kind of result: what each thing may be, by its name; what is not named may be anything. */
export type ResultKind = ReadonlyMap<string, Cases>;

/** Results of any of these kinds; where there is none, no results at all. */
export type PossibleResults = readonly ResultKind[];

/**
 * More kinds than these are not told apart: conditions that need them are hardly written by hand. What is asked for is
 * left out then, so that there may seem to be results where there are none, but never the other way around.
 */
const mostKinds = 64;

const commonKind = (a: ResultKind, b: ResultKind): ResultKind | null => {
  const common = new Map(a);
  for (const [name, cases] of b) {
    const other = a.get(name);
    const both = other === undefined ? cases : cases.map((set, index) => commonFigures(set, other[index] ?? noFigures));
    if (both.every((set) => set.length === 0)) return null;
    common.set(name, both);
  }
  return common;
};

export const anyResults: PossibleResults = [new Map()];

/** The results that are as these say, each thing by its name; none where one of them cannot be. */
export const resultsWith = (things: Readonly<Record<string, Cases>>): PossibleResults => {
  const kind = commonKind(new Map(), new Map(Object.entries(things)));
  return kind === null ? [] : [kind];
};

/** The results that are in both. */
export const commonResults = (a: PossibleResults, b: PossibleResults): PossibleResults => {
  if (a.length * b.length > mostKinds) return a.length <= b.length ? a : b;
  return a.flatMap((one) => b.flatMap((other) => commonKind(one, other) ?? []));
};

/** The results that are in any of them. */
export const allOfResults = (some: readonly PossibleResults[]): PossibleResults => {
  const kinds = some.flat();
  return kinds.length > mostKinds ? anyResults : kinds;
};

/** Cases without numbers, of which some are possible. */
export const casesThat = (count: number, isPossible: (index: number) => boolean): Cases =>
  Array.from({ length: count }, (_, index) => (isPossible(index) ? allFigures : noFigures));
