import { expect, test } from "vitest";

import type { HidingRecord } from "@/settings/hiding-record.ts";
import { countPage, hidingProblems, readHidingRecord, recordPage } from "@/settings/hiding-record.ts";

import { fakeFilter } from "../../support/fake-settings.ts";
import { fakeStorage } from "../../support/quota-storage.ts";

const broad = fakeFilter({ id: "broad", name: "Broad", condition: "-has:size" });
const narrow = fakeFilter({ id: "narrow", condition: "spam" });
const filters = [broad, narrow];
const all = new Map([
  ["broad", 10],
  ["narrow", 2],
]);

const after = (pages: number, record: HidingRecord = {}): HidingRecord =>
  Array.from({ length: pages }).reduce<HidingRecord>((so) => countPage(so, filters, 10, all), record);

test("a filter that hides everything on three pages in a row is pointed out by its name", () => {
  expect(hidingProblems(after(2), filters)).toEqual([]);
  expect(hidingProblems(after(3), filters)).toEqual([
    { code: "filter-hides-all", args: ["Broad", "3"], filter: "broad" },
  ]);
});

test("one page on which it lets something through ends the row", () => {
  const record = countPage(after(5), filters, 10, new Map([["broad", 9]]));
  expect(record).toEqual({});
});

test("pages with hardly any results, and those without a hiding filter, count for nothing", () => {
  const record = after(1);
  expect(countPage(record, filters, 2, new Map([["broad", 2]]))).toBe(record);
  expect(countPage({}, filters, 10, new Map())).toEqual({});
});

test("another condition begins anew, a filter switched off waits", () => {
  const record = after(3);
  const changed = [{ ...broad, condition: "pages<3" }];
  expect(hidingProblems(record, changed)).toEqual([]);
  expect(countPage(record, changed, 10, all)["broad"]?.pages).toBe(1);
  const off = [{ ...broad, enabled: false }];
  expect(hidingProblems(record, off)).toEqual([]);
  expect(countPage(record, off, 10, new Map())).toBe(record);
});

test("what is stored is written only where something changed, and read whatever it is", async () => {
  const { local } = fakeStorage();
  expect(await recordPage(local, filters, 10, all)).toEqual({ broad: { condition: "-has:size", pages: 1 } });
  expect(await readHidingRecord(local)).toEqual({ broad: { condition: "-has:size", pages: 1 } });
  await recordPage(local, filters, 10, new Map());
  expect(await readHidingRecord(local)).toEqual({});
  await local.set({ "hides-all": { broad: 3 } });
  expect(await readHidingRecord(local)).toEqual({});
});
