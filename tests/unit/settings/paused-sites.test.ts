import { expect, test } from "vitest";

import { defaultSettings } from "@/settings/default-settings.ts";
import { runsOn, withSite } from "@/settings/paused-sites.ts";

test("a site is paused by itself, with and without www.", () => {
  const paused = withSite(defaultSettings, "www.Example.com", false);
  expect(runsOn(paused, "example.com")).toBe(false);
  expect(runsOn(paused, "www.example.com")).toBe(false);
  expect(runsOn(paused, "docs.example.com")).toBe(true);
  expect(runsOn(paused, "notexample.com")).toBe(true);
});

test("pausing twice and resuming once leaves it running", () => {
  const twice = withSite(withSite(defaultSettings, "example.com", false), "www.example.com", false);
  expect(twice.pausedSites).toEqual(["example.com"]);
  expect(runsOn(withSite(twice, "www.example.com", true), "example.com")).toBe(true);
});

test("the global switch goes before every site's", () => {
  expect(runsOn({ ...defaultSettings, enabled: false }, "example.com")).toBe(false);
});
