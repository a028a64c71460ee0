import { join } from "node:path";

import { expect, test } from "vitest";

import { browserOnlyPages, recipePages } from "../dom/detection/recipe-pages.ts";
import type { Probe } from "../eval/measurement.ts";
import { probeCaptures } from "../eval/probe-captures.ts";

const cases = [...recipePages, ...browserOnlyPages];

const folded = (text: string): string => text.replaceAll(/\s+/gu, " ").trim();

test("in a browser the built-in recipes find what they are to find, and can all be run", async () => {
  const probes = new Map<string, Probe>();
  await probeCaptures(
    cases.map(({ page, address }) => ({
      file: page,
      path: join(import.meta.dirname, "..", "dom", "detection", "pages", `${page}.html`),
      kind: "serp",
      site: page,
      year: Number.NaN,
      address,
      gold: { records: [] },
      negative: false,
    })),
    true,
    ({ file }, probe) => probes.set(file, probe),
  );
  expect(
    cases.map(({ page }) => [
      page,
      probes.get(page)?.problems,
      probes.get(page)?.results.map(({ title, url, host, snippet }) => ({
        title: folded(title),
        url,
        host,
        snippet: folded(snippet),
      })),
    ]),
  ).toEqual(cases.map(({ page, results }) => [page, [], results]));
});
