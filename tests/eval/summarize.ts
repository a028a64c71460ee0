import type { PageScore, Tally } from "./score-page.ts";

/** The figures of a group of pages that hold results. */
export interface Summary {
  readonly pages: number;
  readonly exactPages: number;
  readonly wanted: number;
  readonly matched: number;
  readonly falseFound: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly macroPrecision: number;
  readonly macroRecall: number;
  readonly macroF1: number;
  readonly titles: Tally;
  readonly links: Tally;
  readonly snippets: Tally;
  readonly adsFound: Tally;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const ratio = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
const mean = (numbers: readonly number[]): number => ratio(sum(numbers), numbers.length);

/** Sums up pages. Micro figures count results, macro figures are means over pages. */
export const summarize = (scores: readonly PageScore[]): Summary => {
  const total = (figure: (score: PageScore) => number): number => sum(scores.map(figure));
  const tallies = (figure: (score: PageScore) => Tally): Tally => ({
    right: total((score) => figure(score).right),
    of: total((score) => figure(score).of),
  });
  const wanted = total((score) => score.wanted);
  const matched = total((score) => score.matched);
  const falseFound = total((score) => score.falseFound);
  const precision = ratio(matched, matched + falseFound);
  const recall = ratio(matched, wanted);
  return {
    pages: scores.length,
    exactPages: scores.filter((score) => score.exact).length,
    wanted,
    matched,
    falseFound,
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    macroPrecision: mean(scores.map((score) => score.precision)),
    macroRecall: mean(scores.map((score) => score.recall)),
    macroF1: mean(scores.map((score) => score.f1)),
    titles: tallies((score) => score.titles),
    links: tallies((score) => score.links),
    snippets: tallies((score) => score.snippets),
    adsFound: tallies((score) => score.adsFound),
  };
};
