import { findListingsInSteps } from "@/detection/detector/find-listings.ts";
import { offerDetector } from "@/detection/offered-detector.ts";
import { createScanner } from "@/detection/scan-page.ts";
import { builtInRecipes } from "@/recipes/built-in.ts";

import { matchGold } from "./match-gold.ts";
import type { Probe, ProbeOptions } from "./measurement.ts";

offerDetector(findListingsInSteps);

/** The shortest path by ids and positions that a person can paste into the browser's console. */
const pathOf = (element: Element): string => {
  const steps: string[] = [];
  for (let at: Element | null = element; at && at.parentElement; at = at.parentElement) {
    if (at.id !== "") {
      steps.unshift(`#${CSS.escape(at.id)}`);
      break;
    }
    const name = at.localName;
    const position = [...at.parentElement.children].filter((child) => child.localName === name).indexOf(at) + 1;
    const first = at.classList.item(0);
    steps.unshift(`${name}:nth-of-type(${String(position)})${at === element && first ? `.${CSS.escape(first)}` : ""}`);
  }
  return steps.join(" > ");
};

/** Runs in the page: scans it once, as the extension does, and compares what was found with the labels. */
export const probePage = ({ gold, useRecipes }: ProbeOptions): Probe => {
  const scanner = createScanner({
    document,
    currentUrl: () => location.href,
    recipes: builtInRecipes,
    useRecipes,
    now: () => Date.now(),
    userAgent: "any",
  });
  const start = performance.now();
  const scan = scanner.scan("all");
  const milliseconds = performance.now() - start;

  const found = scan.listings.flatMap((listing) => listing.results);
  const { standings, lostRecords } = matchGold(
    document,
    found.map((result) => result.root),
    gold,
  );
  return {
    results: found.map(({ result, root }, index) => ({
      path: pathOf(root),
      title: result.title,
      url: result.url,
      host: result.host,
      snippet: result.snippet,
      meta: result.meta,
      standing: standings[index] ?? { kind: "false" },
    })),
    listings: scan.listings.map(
      ({ recognition, results }) =>
        `${recognition.by} ${recognition.name} (${recognition.confidence.toFixed(2)}): ${String(results.length)} results; ${recognition.reasons.join("; ")}`,
    ),
    problems: scan.problems.map(({ code, args }) => [code, ...args].join(" ")),
    lostRecords,
    milliseconds,
    address: location.href,
  };
};
