import type { Capture } from "./captures.ts";
import type { Probe } from "./measurement.ts";
import type { PageScore, Tally } from "./score-page.ts";
import type { Summary } from "./summarize.ts";

const share = ({ right, of }: Tally): string => `${String(right)}/${String(of)}`;
const figure = (number: number): string => number.toFixed(3);
const shortened = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text;
const oneLine = (text: string): string => shortened(text.replaceAll(/\s+/gu, " ").trim(), 90);

/** One line a page; what was missed, false or misread below it where there is any, all of it when `verbose`. */
export const pageLines = (capture: Capture, probe: Probe, score: PageScore, verbose: boolean): readonly string[] => {
  const time = `${probe.milliseconds.toFixed(0)} ms`;
  const head = capture.negative
    ? `${score.falseFound === 0 ? "ok  " : "MISS"} ${capture.file}: ${String(score.falseFound)} found, 0 wanted  ${time}`
    : `${score.exact ? "ok  " : "MISS"} ${capture.file}: ${share({ right: score.matched, of: score.wanted })} found, ` +
      `${String(score.falseFound)} false  F1 ${figure(score.f1)}  titles ${share(score.titles)}  links ${share(score.links)}  ` +
      `snippets ${share(score.snippets)}${score.adsFound.of > 0 ? `  ads ${share(score.adsFound)}` : ""}` +
      `${score.otherFound > 0 ? `  in other lists ${String(score.otherFound)}` : ""}  ${time}`;
  const limit = verbose ? Number.POSITIVE_INFINITY : 3;
  const some = (lines: readonly string[]): readonly string[] =>
    lines.length > limit ? [...lines.slice(0, limit), `… and ${String(lines.length - limit)} more`] : lines;
  const details = [
    ...(verbose ? probe.listings.map((listing) => `listing: ${listing}`) : []),
    ...probe.problems.map((problem) => `problem: ${problem}`),
    ...(probe.lostRecords.length > 0 ? [`labels not on the page: ${probe.lostRecords.join(", ")}`] : []),
    ...some(score.missed.map(({ title, selector }) => `missed: ${oneLine(title)}  [${selector}]`)),
    ...some(score.falseRoots.map(({ title, path }) => `false: ${oneLine(title)}  [${path}]`)),
    ...(verbose
      ? score.misread.map((line) => `misread ${line}`)
      : some(score.misread.map((line) => `misread ${oneLine(line)}`))),
  ];
  return [head, ...details.map((line) => `       ${line}`)];
};

/** The figures of one group of pages. */
export const summaryLines = (name: string, summary: Summary): readonly string[] => [
  `${name}: ${String(summary.pages)} pages, ${String(summary.exactPages)} exactly right, ` +
    `${String(summary.matched)} of ${String(summary.wanted)} results found, ${String(summary.falseFound)} false`,
  `  micro: precision ${figure(summary.precision)}, recall ${figure(summary.recall)}, F1 ${figure(summary.f1)}`,
  `  macro: precision ${figure(summary.macroPrecision)}, recall ${figure(summary.macroRecall)}, F1 ${figure(summary.macroF1)}`,
  `  titles ${share(summary.titles)}, links ${share(summary.links)}, snippets ${share(summary.snippets)}, ads found ${share(summary.adsFound)}`,
];
