import { expect, test } from "vitest";

import type { Reason } from "@/model/verdict.ts";
import type { CountedPage, HidingRecord } from "@/settings/hiding-record.ts";
import { countPage, hidingProblems, readHidingRecord, recordPage } from "@/settings/hiding-record.ts";

import { fakeFilter } from "../../support/fake-settings.ts";
import { fakeStorage } from "../../support/quota-storage.ts";

const broad = fakeFilter({ id: "broad", name: "Broad", condition: "-has:size" });
const narrow = fakeFilter({ id: "narrow", condition: "spam" });
const filters = [broad, narrow];
const rulesets = [{ id: "set", name: "Set" }];

const reason = (filter: string, more: Partial<Reason> = {}): Reason => ({
  filter,
  filterName: "",
  action: "hide",
  condition: `condition of ${filter}`,
  evidence: [],
  decisive: true,
  ...more,
});
const rule = (line: number): Reason => reason(`set:${line}`, { ruleset: "set", line });

/** A page of ten results, each hidden for these reasons, or by turns for the reasons of several lists. */
const page = (...reasons: readonly (readonly Reason[])[]): CountedPage => ({
  filters,
  rulesets,
  results: 10,
  hidden: Array.from({ length: 10 }, (_, place) => reasons[place % reasons.length] ?? []),
});
const after = (pages: number, of: CountedPage, record: HidingRecord = {}): HidingRecord =>
  Array.from({ length: pages }).reduce<HidingRecord>((so) => countPage(so, of), record);
const problems = (record: HidingRecord) => hidingProblems(record, filters, rulesets);

test("a filter that hides everything on three pages in a row is pointed out by its name", () => {
  const all = page([reason("broad")], [reason("broad"), reason("narrow")]);
  expect(problems(after(2, all))).toEqual([]);
  expect(problems(after(3, all))).toEqual([{ code: "filter-hides-all", args: ["Broad", "3"], of: "broad" }]);
});

test("a ruleset is pointed out by its name, with the rule where one does it alone", () => {
  expect(problems(after(3, page([rule(4)], [rule(7)])))).toEqual([
    { code: "ruleset-hides-all", args: ["Set", "3"], of: "set" },
  ]);
  expect(problems(after(4, page([rule(4)], [rule(4), rule(7)])))).toEqual([
    { code: "ruleset-rule-hides-all", args: ["Set", "4", "4", "condition of set:4"], of: "set" },
  ]);
  expect(problems(after(3, page([rule(4)], [reason("narrow")])))).toEqual([]);
});

test("of a ruleset that changed or was switched off the count begins anew", () => {
  const record = after(3, page([rule(4)]));
  const changed = page([{ ...rule(4), condition: "another" }]);
  expect(problems(countPage(record, changed))).toEqual([{ code: "ruleset-hides-all", args: ["Set", "4"], of: "set" }]);
  expect(hidingProblems(record, filters, [])).toEqual([]);
  expect(countPage(record, { ...page([]), rulesets: [] })).toEqual({});
});

test("one page on which it lets something through ends the row", () => {
  const record = countPage(after(5, page([reason("broad"), rule(1)])), page([reason("broad")], []));
  expect(record).toEqual({});
});

test("pages with hardly any results, what gives way and what does not hide count for nothing", () => {
  const record = after(1, page([reason("broad")]));
  const small = page([reason("broad")]);
  expect(countPage(record, { ...small, results: 2, hidden: small.hidden.slice(0, 2) })).toBe(record);
  expect(countPage({}, page([]))).toEqual({});
  expect(countPage({}, page([reason("broad", { decisive: false }), reason("narrow", { action: "fold" })]))).toEqual({});
});

test("another condition begins anew, a filter switched off waits", () => {
  const all = page([reason("broad")]);
  const record = after(3, all);
  const changed = [{ ...broad, condition: "pages<3" }];
  expect(hidingProblems(record, changed, [])).toEqual([]);
  expect(countPage(record, { ...all, filters: changed })["broad"]?.pages).toBe(1);
  const off = [{ ...broad, enabled: false }];
  expect(hidingProblems(record, off, [])).toEqual([]);
  expect(countPage(record, { ...page([]), filters: off })).toBe(record);
});

test("what is stored is written only where something changed, and read whatever it is", async () => {
  const { local } = fakeStorage();
  const all = page([reason("broad")]);
  expect(await recordPage(local, all)).toEqual({ broad: { condition: "-has:size", pages: 1 } });
  expect(await readHidingRecord(local)).toEqual({ broad: { condition: "-has:size", pages: 1 } });
  await recordPage(local, page([]));
  expect(await readHidingRecord(local)).toEqual({});
  await local.set({ "hides-all": { broad: 3 } });
  expect(await readHidingRecord(local)).toEqual({});
});
