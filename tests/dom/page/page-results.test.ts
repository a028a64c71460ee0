import { expect, test } from "vitest";

import type { Scanner } from "@/detection/scan-page.ts";
import { atOnce } from "@/model/steps.ts";
import { createPageResults } from "@/page/page-results.ts";
import { createRuleMaker } from "@/page/rules.ts";
import { defaultSettings } from "@/settings/default-settings.ts";

import { broughtRules } from "../../support/brought-rules.ts";

/** Looks at a page that makes so many changes while results are located. */
const lookAt = (changesWhileLocating: number): boolean => {
  let changes = 0;
  const scanner: Scanner = {
    scan: () => ({ listings: [], problems: [] }),
    *scanStepwise() {
      yield;
      changes += changesWhileLocating;
      yield;
      return {
        recognitions: [],
        results: [],
        problems: () => [],
        lacksDetector: false,
      };
    },
  };
  const rules = createRuleMaker(broughtRules())(defaultSettings, [], null);
  const results = createPageResults({
    scanner: () => scanner,
    rules: () => rules,
    changeCount: () => changes,
    isEarly: () => false,
    follow: () => undefined,
  });
  return atOnce(results.look("all", [], [])).wasDisturbed;
};

test("a look tells whether the page changed while results were located, when what was found may be no more", () => {
  expect([lookAt(0), lookAt(3)]).toEqual([false, true]);
});
