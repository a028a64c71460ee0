import { expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

import { startOptions } from "@/ui/options/start-options.tsx";

import { fakeFilter, fakeList } from "../../support/fake-settings.ts";
import { control, eventually, fakeSurroundings, open } from "./extension-page.ts";

/** Lines that packing makes no shorter, of some 15 bytes each. */
const unpackable = (count: number): readonly string[] => {
  let state = 7;
  const digit = (): string => {
    state = (state * 48_271) % 2_147_483_647;
    return (state % 36).toString(36);
  };
  return Array.from({ length: count }, () => Array.from({ length: 18 }, digit).join(""));
};

const small = fakeList({ id: "small", name: "Small", lines: ["one"] });
const large = fakeList({ id: "large", name: "Large", lines: unpackable(12_000) });
const meter = (): string => document.querySelector("#sync .sync-fill")?.textContent ?? "";
const card = (id: string): string => document.getElementById(id)?.querySelector(".stays-here")?.textContent ?? "";

test("says how full the browser's sync is, quietly where there is room", async () => {
  await fakeSurroundings({ lists: [small] });
  await open(startOptions);
  await eventually(() => expect(meter()).toBe("1 % of the room in the browser’s sync is taken"));
  expect(document.querySelector("#lists .sync-fill")).toBeNull();
  expect(card("list-small")).toBe("");
});

test("names what does not fit, beside the bar, above the lists and at that list alone", async () => {
  await fakeSurroundings({ lists: [small, large], filters: [fakeFilter({ id: "f" })] });
  await open(startOptions);
  await eventually(() =>
    expect(meter()).toContain("These stay on this device only, nothing of them is lost: “Large”."),
  );
  expect(meter()).toMatch(/The settings need 2\d\d % of the room/u);
  expect(document.querySelector("#lists .sync-fill-over")?.textContent).toContain("“Large”");
  expect(card("list-large")).toContain("because the browser’s sync is full");
  expect([card("list-small"), card("filter-f")]).toEqual(["", ""]);
});

test("a list is kept on this device and shared again as the user says", async () => {
  await fakeSurroundings({ lists: [small] });
  await open(startOptions);
  control("input", "Keep on this device").click();
  await eventually(() => expect(card("list-small")).toContain("You keep this on this device."));
  control("input", "Keep on this device").click();
  await eventually(() => expect(card("list-small")).toBe(""));
  expect(await fakeBrowser.storage.local.get("sync-staying")).toEqual({ "sync-staying": [] });
});
