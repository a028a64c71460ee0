import { expect, test } from "vitest";

import type { PageReport } from "@/model/report.ts";
import type { Result } from "@/model/result.ts";
import { createHidingCount } from "@/page/hiding-count.ts";
import type { JudgedResult } from "@/page/page-report.ts";
import type { PageSession } from "@/page/page-session.ts";

import { fakeFilter } from "../../support/fake-settings.ts";
import { fakeStorage } from "../../support/quota-storage.ts";
import { fakeReport } from "../ui/extension-page.ts";

const filters = [fakeFilter({ id: "broad", condition: "-spam" })];
const verdict = (filter: string, ruleset?: string) => ({
  visibility: "hide" as const,
  mark: null,
  lift: 0,
  reasons: [
    {
      filter,
      filterName: "",
      action: "hide" as const,
      condition: "",
      evidence: [],
      decisive: true,
      ...(ruleset === undefined ? {} : { ruleset }),
    },
  ],
});

/** A session on a page that shows the results of a search, all hidden by one filter or rule. */
const session = (search: string, filter = "broad", ruleset?: string): PageSession => {
  const results = [1, 2, 3].map(
    (n) => ({ id: String(n), url: `https://a.example/${search}/${n}`, title: "" }) as Result,
  );
  const reports = results.map((result) => ({ result, hits: {}, verdict: verdict(filter, ruleset) }));
  const report: PageReport = fakeReport({ found: 3, hidden: 3, results: reports });
  const judged = results.map((result) => ({ found: { result } }) as JudgedResult);
  return { figures: () => report, report: () => report, judged: () => judged } as Partial<PageSession> as PageSession;
};
const newCount = () => createHidingCount(fakeStorage().local, { rulesets: () => [{ id: "set", name: "Set" }] });

test("a page counts once, and again when it shows other results under another address", async () => {
  const { count, problems } = newCount();
  expect(await count(session("x"), filters, "https://a.example/?q=x")).toBe(true);
  expect(await count(session("y"), filters, "https://a.example/?q=x")).toBe(false);
  expect(await count(session("y"), filters, "https://a.example/?q=x#top")).toBe(false);
  // The address has changed already, the results have not.
  expect(await count(session("x"), filters, "https://a.example/?q=y")).toBe(false);
  expect(await count(session("y"), filters, "https://a.example/?q=y")).toBe(true);
  expect(problems(filters)).toEqual([]);
  expect(await count(session("z"), filters, "https://a.example/#!/z")).toBe(true);
  expect(problems(filters)).toMatchObject([{ code: "filter-hides-all", of: "broad" }]);
});

test("rules that were brought are named with their ruleset", async () => {
  const { count, problems } = newCount();
  for (const search of ["x", "y", "z"]) {
    // oxlint-disable-next-line no-await-in-loop -- one page after the other
    await count(session(search, "set:4", "set"), filters, `https://a.example/?q=${search}`);
  }
  expect(problems(filters)).toEqual([{ code: "ruleset-rule-hides-all", args: ["Set", "3", "4", ""], of: "set" }]);
});
