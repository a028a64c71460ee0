import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { mayAskFacets } from "@/filters/may-ask-facets.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";
import { mayHoldRegex } from "@/matching/regex-engine.ts";
import type { Filter } from "@/model/filter.ts";
import type { Settings } from "@/model/settings.ts";
import { defaultSettings } from "@/settings/default-settings.ts";
import { findDomain } from "@/ui/in-page/result-buttons/find-domain.ts";
import { menuCorner } from "@/ui/in-page/result-buttons/menu-corner.ts";
import { offerDomainFinder } from "@/ui/in-page/result-buttons/owned-domain.ts";
import { ruleSubjects } from "@/ui/in-page/result-buttons/rule-subject.ts";
import { saysRule, withFiltersBack, withoutRule, withRule } from "@/ui/in-page/result-buttons/subject-rules.ts";
import type { MenuAction, SubjectRule } from "@/ui/in-page/result-buttons/subject-rules.ts";
import { titleWords, wordsCondition } from "@/ui/in-page/result-buttons/title-words.ts";

import { fakeFilter } from "../../support/fake-settings.ts";

offerDomainFinder(findDomain);

const elsewhere = "elsewhere.example";

/** What is offered, the usual scope first in brackets, as the conditions that a choice would write. */
const offeredFor = (host: string | null, pageHost: string, others: readonly (string | null)[] = [elsewhere]) => {
  const url = `https://${host ?? "x"}/a?b=(1)`;
  const { offered, usual, leftOut } = ruleSubjects({ host, url, title: "T" }, pageHost, [host, ...others]);
  return {
    ...Object.fromEntries(offered.map(({ scope, condition }) => [scope, printCondition(condition)])),
    usual,
    leftOut,
  };
};
const resultAt = (host: string): string => `url="https://${host}/a?b=(1)"`;

describe("what a choice is about", () => {
  test.each([
    ["www.shop.example.co.uk", "example.co.uk"],
    ["example.org", "example.org"],
    ["me.github.io", "me.github.io"],
    ["intranet", "intranet"],
  ])("is of %s the domain, or the exact host, or the one result", (host, domain) => {
    const offered = { domain: `site:${domain}`, host: `site=${host}`, result: resultAt(host) };
    expect(offeredFor(host, "www.search.example")).toEqual({ ...offered, usual: "domain", leftOut: null });
    // Also where the page is of the same site, as long as it lists others: hiding a search engine's own offers.
    expect(offeredFor(host, `www.${domain}`)).toEqual({ ...offered, usual: "domain", leftOut: null });
  });

  test("has no exact host where there is nothing under it", () => {
    for (const host of ["192.0.2.7", "[2001:db8::1]"]) {
      expect(offeredFor(host, "www.search.example")).toMatchObject({ usual: "domain" });
      expect(offeredFor(host, "www.search.example")).not.toHaveProperty("host");
    }
  });

  test.each([
    [
      "another host of the site, among others",
      "docs.shop.example",
      ["www.shop.example"],
      ["host", "result"],
      "host",
      "shop.example",
    ],
    [
      "the only host of the results",
      "docs.shop.example",
      ["docs.shop.example", null],
      ["host", "result"],
      "result",
      "shop.example",
    ],
    [
      "the page's own host, among others",
      "www.shop.example",
      ["docs.shop.example"],
      ["host", "result"],
      "result",
      "shop.example",
    ],
    [
      "the page's own host, of all results",
      "www.shop.example",
      ["www.shop.example"],
      ["result"],
      "result",
      "www.shop.example",
    ],
  ] as const)("leaves the site out where it lists only its own: %s", (_, host, others, scopes, usual, leftOut) => {
    const offered = { host: `site=${host}`, result: resultAt(host) };
    expect(offeredFor(host, "www.shop.example", others)).toEqual({
      ...Object.fromEntries(scopes.map((scope) => [scope, offered[scope]])),
      usual,
      leftOut,
    });
  });

  test("brings nothing to the page that judges by it", () => {
    for (const text of ['url="https://docs.shop.example/a?b=(1)"', "site=docs.shop.example"]) {
      expect([
        mayHoldRegex(text),
        mayAskFacets(`${text} OR (${text})`),
        mayAskFacets(`${text} pages=3`),
        mayAskFacets(`(${text}) size<3MB`),
      ]).toEqual([false, false, true, true]);
    }
  });

  test("is nothing where the result has no address", () => {
    const nothing = { title: "T", url: null };
    expect(ruleSubjects({ ...nothing, host: null }, "a.example", [null])).toMatchObject({ offered: [], usual: null });
    expect(ruleSubjects({ ...nothing, host: "a.example" }, "a.example", ["a.example"])).toEqual({
      offered: [],
      usual: null,
      leftOut: "a.example",
    });
  });

  test("can be read back, whatever the address", () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        const { hostname: host } = new URL(url);
        for (const { condition } of ruleSubjects({ host, url, title: "" }, elsewhere, []).offered) {
          const text = printCondition(condition);
          const parsed = parseCondition(text);
          expect(parsed.ok && printCondition(parsed.condition)).toBe(text);
        }
      }),
    );
  });
});

const rule = (action: MenuAction, host: string, color: number | null = null): SubjectRule => ({
  action,
  color,
  condition: { kind: "site", host },
});
const fresh = { id: "new", name: "New" };
const settingsOf = (...filters: readonly Filter[]): Settings => ({ ...defaultSettings, filters });
const told = ({ filters }: Settings) => filters.map(({ action, condition }) => `${action} ${condition}`);

describe("a choice in the filters", () => {
  test("begins a filter, and then extends it", () => {
    const one = withRule(settingsOf(), rule("hide", "a.example"), fresh);
    expect(one.filters).toEqual([
      { id: "new", name: "New", enabled: true, action: "hide", color: 1, condition: "site:a.example" },
    ]);
    const two = withRule(one, rule("hide", "b.example"), { id: "other", name: "" });
    expect(told(two)).toEqual(["hide site:a.example OR site:b.example"]);
    expect(saysRule(two.filters, rule("hide", "b.example"))).toBe(true);
    expect(saysRule(two.filters, rule("dim", "b.example"))).toBe(false);
    expect(told(withoutRule(two, rule("hide", "a.example")))).toEqual(["hide site:b.example"]);
    expect(told(withoutRule(one, rule("hide", "a.example")))).toEqual([]);
  });

  test("collects hosts with the domains, and results by themselves", () => {
    const exact: SubjectRule = { action: "hide", color: null, condition: { kind: "host", host: "a.example" } };
    const result: SubjectRule = { ...exact, condition: { kind: "address", url: "https://a.example/" } };
    const both = withRule(withRule(settingsOf(), rule("hide", "a.example"), fresh), exact, fresh);
    expect(told(both)).toEqual(["hide site:a.example OR site=a.example"]);
    expect(told(withoutRule(both, exact))).toEqual(["hide site:a.example"]);
    expect(told(withRule(both, result, fresh))).toEqual([...told(both), 'hide url="https://a.example/"']);
  });

  test("leaves alone what is switched off, imported, or says more than sites", () => {
    const others = [
      fakeFilter({ id: "1", condition: "site:x.example", enabled: false }),
      fakeFilter({ id: "2", condition: "site:x.example", source: "Import" }),
      fakeFilter({ id: "3", condition: "site:x.example pages<3" }),
      fakeFilter({ id: "4", condition: "site:(" }),
    ];
    const after = withRule(settingsOf(...others), rule("hide", "a.example"), fresh);
    expect(after.filters.slice(0, 4)).toEqual(others);
    expect(told(after)[4]).toBe("hide site:a.example");
  });

  test("takes the place of a contrary one, and stands beside others", () => {
    let settings = withRule(settingsOf(), rule("hide", "a.example"), { id: "1", name: "" });
    settings = withRule(settings, rule("hide", "b.example"), { id: "1b", name: "" });
    settings = withRule(settings, rule("mark", "a.example", 3), { id: "2", name: "" });
    settings = withRule(settings, rule("keep", "a.example"), { id: "3", name: "" });
    expect(told(settings)).toEqual(["hide site:b.example", "mark site:a.example", "keep site:a.example"]);
    settings = withRule(settings, rule("mark", "a.example", 4), { id: "4", name: "" });
    expect(settings.filters.filter(({ action }) => action === "mark").map(({ color }) => color)).toEqual([4]);
  });

  test("begins another filter before one grows past reading", () => {
    let settings = settingsOf();
    for (let place = 0; place < 51; place++) {
      settings = withRule(settings, rule("hide", `h${String(place)}.example`), { id: String(place), name: "" });
    }
    expect(settings.filters).toHaveLength(2);
  });

  test("can be taken back, whatever it was, with what else was changed since left as it is", () => {
    const host = fc.constantFrom("a.example", "b.example", "c.example");
    const action = fc.constantFrom<MenuAction>("hide", "dim", "mark", "raise", "keep");
    const step = fc.record({ host, action, color: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 8 }), step, (steps, last) => {
        const apply = (settings: Settings, one: typeof last, id: string): Settings =>
          withRule(settings, rule(one.action, one.host, one.action === "mark" ? one.color : null), { id, name: id });
        const before = steps.reduce((settings, one, place) => apply(settings, one, String(place)), settingsOf());
        const after = apply(before, last, "last");
        expect(withFiltersBack(after, before.filters, after.filters)).toEqual(before);
        const later = { ...after, filters: [...after.filters, fakeFilter({ id: "later" })] };
        expect(told(withFiltersBack(later, before.filters, after.filters))).toEqual([...told(before), "hide word"]);
      }),
    );
  });
});

describe("the words of a title", () => {
  test("are phrases where they were chosen side by side", () => {
    const title = "Distributed transactions: a (short) guide";
    const words = titleWords(title, "en");
    expect(words.map(({ text }) => text)).toEqual(["Distributed", "transactions", "a", "short", "guide"]);
    expect(printCondition(wordsCondition(title, words, [0, 1, 4]))).toBe(
      'title:"Distributed transactions" title:"guide"',
    );
    expect(printCondition(wordsCondition(title, words, [2, 3]))).toBe('title:"a (short"');
  });

  test("are told apart in scripts without spaces", () => {
    const words = titleWords("分布式事务框架", "zh");
    expect(words.length).toBeGreaterThan(1);
    expect(words.map(({ text }) => text).join("")).toBe("分布式事务框架");
  });
});

test("a menu stays in view, wherever its button is", () => {
  fc.assert(
    fc.property(fc.nat(1200), fc.nat(800), fc.integer({ min: 100, max: 400 }), (left, top, height) => {
      const place = menuCorner(
        { left, right: left + 28, top, bottom: top + 28 },
        { width: 320, height },
        { width: 1280, height: 900 },
      );
      expect(place.left).toBeGreaterThanOrEqual(8);
      expect(place.top).toBeGreaterThanOrEqual(8);
      expect(place.left + 320).toBeLessThanOrEqual(1272);
      expect(place.top + height).toBeLessThanOrEqual(892);
    }),
  );
});
