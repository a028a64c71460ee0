import { existsSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";

import { readCaptures } from "../eval/captures.ts";
import { pageLines, summaryLines } from "../eval/print-scores.ts";
import { probeCaptures } from "../eval/probe-captures.ts";
import { type PageScore, scorePage } from "../eval/score-page.ts";
import { summarize } from "../eval/summarize.ts";

const usage = `Usage: npm run eval -- DIR [--no-recipes] [--json FILE] [--only SUBSTRING] [--verbose]

Measures detection and extraction in real Chromium on a folder of captured pages with labels.
  --no-recipes      the detector alone
  --json FILE       write all figures to a file as well
  --only SUBSTRING  only the pages whose path contains it (repeatable)
  --verbose         everything that was missed, false or misread, and why a listing was seen
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    "no-recipes": { type: "boolean", default: false },
    json: { type: "string" },
    only: { type: "string", multiple: true, default: [] },
    verbose: { type: "boolean", default: false },
  },
});
const [folder] = positionals;
if (folder === undefined || !existsSync(folder)) {
  process.stderr.write(folder === undefined ? usage : `There is no folder ${folder}.\n\n${usage}`);
  process.exit(2);
}

const captures = readCaptures(folder).filter(
  ({ file }) => values.only.length === 0 || values.only.some((part) => file.includes(part)),
);
const pages: { file: string; kind: string; negative: boolean; milliseconds: number; score: PageScore }[] = [];
await probeCaptures(captures, !values["no-recipes"], (capture, probe) => {
  const score = scorePage(probe, capture.gold);
  pages.push({
    file: capture.file,
    kind: capture.kind,
    negative: capture.negative,
    milliseconds: probe.milliseconds,
    score,
  });
  process.stdout.write(`${pageLines(capture, probe, score, values.verbose).join("\n")}\n`);
});

const positives = pages.filter((page) => !page.negative);
const negatives = pages.filter((page) => page.negative);
const alarmed = negatives.filter((page) => page.score.falseFound > 0);
const kinds = [...new Set(positives.map((page) => page.kind))];
const byKind = Object.fromEntries(
  kinds.map((kind) => [kind, summarize(positives.filter((page) => page.kind === kind).map((page) => page.score))]),
);
const all = summarize(positives.map((page) => page.score));
const times = pages.map((page) => page.milliseconds).toSorted((a, b) => a - b);
const time = {
  mean: times.reduce((total, milliseconds) => total + milliseconds, 0) / Math.max(times.length, 1),
  median: times[Math.floor(times.length / 2)] ?? 0,
  most: times.at(-1) ?? 0,
};
process.stdout.write(
  `\n${[
    ...Object.entries(byKind).flatMap(([kind, summary]) => summaryLines(kind, summary)),
    ...summaryLines("all", all),
    `negatives: ${String(negatives.length)} pages, false alarms on ${String(alarmed.length)}`,
    `time a page: mean ${time.mean.toFixed(1)} ms, median ${time.median.toFixed(1)} ms, most ${time.most.toFixed(1)} ms`,
    "Ads are apart: finding one labelled as sponsored is neither right nor wrong; nor is a result of a further labelled list.",
  ].join("\n")}\n`,
);
if (values.json !== undefined) {
  const report = {
    folder,
    recipes: !values["no-recipes"],
    all,
    byKind,
    negatives: { pages: negatives.length, falseAlarms: alarmed.map((page) => page.file) },
    milliseconds: time,
    pages,
  };
  writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
}
