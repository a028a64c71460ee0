import { beforeEach, expect, test } from "vitest";

import type { Reason } from "@/model/verdict.ts";
import { noticeText } from "@/page/notice-text.ts";

import { fakeSurroundings } from "../ui/extension-page.ts";

const reason = (more: Partial<Reason>): Reason => ({
  filter: "short",
  filterName: "",
  action: "hide",
  condition: "pages<30",
  evidence: [],
  decisive: true,
  ...more,
});

const hiddenBy = (reasons: readonly Reason[], areAll = true): string =>
  noticeText(
    reasons.map((one) => ({
      verdict: { visibility: "hide", mark: null, lift: 0, reasons: [one], filters: [], someReasons: () => [one] },
    })),
    areAll,
  );

beforeEach(async () => {
  await fakeSurroundings();
});

test("a single result that is hidden is told as one", () => {
  expect(hiddenBy([reason({})])).toBe(
    "The only result on this page is hidden by your filter “pages<30” (1). Show or hide it here.",
  );
  expect(hiddenBy([reason({})], false)).toBe(
    "One result on this page is hidden by your filter “pages<30” (1). Show or hide it here.",
  );
});

test("the user's own filters, rules from elsewhere and what is tried out are told apart, the most first", () => {
  const rules = { ruleset: "set", filterName: "Spam sites" };
  expect(
    hiddenBy([
      reason({ filter: "tried", condition: "size>2MB" }),
      reason({ ...rules, filter: "set:1" }),
      reason({ ...rules, filter: "set:2" }),
      reason({ filter: "set:3", ...rules }),
      reason({ condition: "-(pages>=30 steel)" }),
      reason({ condition: "-(pages>=30 steel)" }),
    ]),
  ).toBe(
    "All 6 results on this page are hidden by the rules “Spam sites” (3), your filter “Show only pages>=30 steel” (2), and what you are trying out (1). Show or hide them here.",
  );
});
