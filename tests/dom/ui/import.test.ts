import { afterEach, beforeEach, expect, test } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

import { browserStorage } from "@/browser/storage-areas.ts";
import { createRulesetStore } from "@/rulesets/ruleset-store.ts";
import { keepOnDevice } from "@/settings/sync-fill.ts";
import { startOptions } from "@/ui/options/start-options.tsx";

import { fakeFilter, fakeList } from "../../support/fake-settings.ts";
import { choose, close, control, eventually, fakeSurroundings, open, storedSettings, type } from "./extension-page.ts";

const good = fakeList({ id: "good", name: "Good", color: 1, lines: ["steel", "copper"] });
const filter = fakeFilter({ id: "short", name: "Too short", condition: "pages<30" });

const body = (): string => document.body.textContent ?? "";
const rulesets = () => createRulesetStore(browserStorage().local);
const rulesOf = async (): Promise<unknown> =>
  Promise.all(
    (await rulesets().load())
      .filter(({ removed }) => removed === null)
      .map(async ({ id, name }) => [name, (await rulesets().read(id))?.rules.length]),
  );

const paste = async (text: string): Promise<void> => {
  type(control("textarea", "Or paste the text here"), text);
  await eventually(() => expect(control("button", "Look at it").disabled).toBe(false));
  control("button", "Look at it").click();
};

beforeEach(async () => {
  await fakeSurroundings({ lists: [good], filters: [filter] });
  await open(startOptions);
});
afterEach(close);

test("nothing is done before it is told to be done, and what was done can be undone", async () => {
  await paste("*://*.example.com/*\n@1 *://*.example.org/*\nwrong\n");
  await eventually(() => expect(body()).toContain("Rules: 3 new"));
  expect(body()).toContain("1 line is left out");
  expect(body()).toContain("Line 3");
  expect(await rulesOf()).toEqual([]);

  type(control("input", "Name of “Unnamed rules”"), "Elsewhere");
  await eventually(() => control("button", "Import").click());
  await eventually(() => expect(body()).toContain("Imported. New: 3, changed: 0."));
  expect(await rulesOf()).toEqual([["Elsewhere", 3]]);
  control("button", "Undo").click();
  await eventually(async () => expect(await rulesOf()).toEqual([]));
  expect(await storedSettings()).toMatchObject({ lists: [good], filters: [filter] });
});

test("words that are compared otherwise than the list of their name become one of their own, or it is said", async () => {
  const words = ["IT"];
  await paste(
    JSON.stringify({ version: "21", groups: { a: { name: "Good", words, caseSensitive: true, enabled: false } } }),
  );
  const into = await eventually(() => control("select", "Where “Good” goes"));
  expect(into.value).toBe("");
  expect(body()).not.toContain("compares words in its own way");
  choose(into, "good");
  await eventually(() => expect(body()).toContain("“Good” compares words in its own way"));
  expect(body()).toContain("“Good” is on, and what is added takes effect at once.");
  control("button", "Import").click();
  await eventually(async () =>
    expect((await storedSettings()).lists).toMatchObject([{ lines: ["steel", "copper", "IT"] }]),
  );
});

test("after one that was let go, the next begins at the same place", async () => {
  await paste("*://*.example.com/*\n*://*.example.org/*\n");
  await eventually(() => control("button", "Don’t import").click());
  await eventually(() => expect(document.querySelector(".import-preview")).toBeNull());
  expect(document.activeElement).toBe(control("button", "Choose a file"));
  expect(control("textarea", "Or paste the text here").value).toContain("example.org");
});

test("recipes are brought in here, and what can't be read of them is said with its line", async () => {
  await paste("name: Shop\npages:\n  - matches: [");
  await eventually(() => expect(body()).toContain("can’t be read as YAML or JSON"));
  control("button", "Don’t import").click();
  await eventually(() => control("textarea", "Or paste the text here"));
  const recipe = [
    "name: Shop",
    "pages:",
    "  - matches: [https://shop.example/*]",
    "    results: [{ root: .r, url: a }]",
  ];
  await paste(recipe.join("\n"));
  await eventually(() => expect(body()).toContain("Recipes: 1 new"));
  control("button", "Import").click();
  await eventually(async () => expect((await storedSettings()).recipes).toMatchObject([{ data: { name: "Shop" } }]));
  control("button", "Undo").click();
  await eventually(async () => expect((await storedSettings()).recipes).toEqual([]));
});

test("rules of the same name are added to those that are there, and taken out again", async () => {
  await rulesets().put({
    id: "r",
    name: "Elsewhere",
    enabled: true,
    address: null,
    rules: [{ condition: "site:example.com", action: "hide", line: 1 }],
    lists: [],
    recipes: [],
  });
  await paste("---\nname: elsewhere\n---\n*://*.example.com/*\n*://*.example.org/*\n");
  await eventually(() => expect(body()).toContain("Rules: 1 new · 1 there already"));
  control("button", "Import").click();
  await eventually(async () => expect(await rulesOf()).toEqual([["Elsewhere", 2]]));
  await eventually(() => control("button", "Undo").click());
  await eventually(async () => expect(await rulesOf()).toEqual([["Elsewhere", 1]]));
});

test("few rules can become filters, and words a part of a list that is there", async () => {
  await paste("*://*.example.com/*\n");
  await eventually(() => control("input", "As filters of my own, one by one").click());
  control("button", "Import").click();
  await eventually(async () =>
    expect((await storedSettings()).filters).toMatchObject([filter, { condition: "site:example.com", action: "hide" }]),
  );
  expect(await rulesOf()).toEqual([]);

  await paste("zinc\nsteel\n");
  await eventually(() => choose(control("select", "Where “Unnamed list” goes"), "good"));
  await eventually(() => expect(body()).toContain("Keywords: 1 new · 1 there already"));
  control("button", "Import").click();
  await eventually(async () => expect((await storedSettings()).lists[0]?.lines).toEqual(["steel", "copper", "zinc"]));
});

test("a text that may be two things can be read as the other", async () => {
  await paste("example.com\nexample.org\nsome words\n");
  await eventually(() => expect(body()).toContain("because 67 % of its lines are domains"));
  choose(control("select", "What the text is"), "words");
  await eventually(() => expect(body()).toContain("Keywords: 3 new"));
  choose(control("select", "What the text is"), "domains");
  await eventually(() => expect(body()).toContain("Rules: 2 new"));
});

test("what cannot be read is said, and what is let go is gone", async () => {
  await paste('{"domainName": ');
  await eventually(() => expect(body()).toContain("This begins as JSON and can’t be read to its end."));
  await paste("steel");
  await eventually(() => control("button", "Don’t import").click());
  expect(body()).not.toContain("List of keywords because");
  expect(await storedSettings()).toMatchObject({ lists: [good], filters: [filter] });
});

test("over settings of a newer version nothing is done, and that is said", async () => {
  await fakeBrowser.storage.local.set({ settings: { version: 99, lists: [good] } });
  close();
  await open(startOptions);
  await paste("*://*.example.com/*\n");
  await eventually(() => control("input", "As filters of my own, one by one").click());
  control("button", "Import").click();
  await eventually(() => expect(document.querySelector(".import-place")?.textContent).toContain("by a newer version"));
  expect(control("button", "Import").disabled).toBe(false);
  expect(await storedSettings()).toEqual({ version: 99, lists: [good] });
  expect(await rulesOf()).toEqual([]);

  control("button", "Delete “Good”").click();
  await eventually(() => expect(control("button", "Delete “Good”").disabled).toBe(false));
  expect(body()).not.toContain("“Good” is deleted");
});

test("an imported ruleset is in the history, and undone from there", async () => {
  await paste("---\nname: Elsewhere\n---\n*://*.example.com/*\n");
  await eventually(() => control("button", "Import").click());
  await eventually(async () => expect(await rulesOf()).toEqual([["Elsewhere", 1]]));
  await eventually(() => control("button", "Delete “Elsewhere”").click());
  await eventually(async () => expect(await rulesOf()).toEqual([]));
  const sentences = () => [...document.querySelectorAll(".history-text")].map((one) => one.textContent);
  await eventually(() => expect(sentences()).toEqual(["“Elsewhere” was deleted", "“Elsewhere” was added"]));
  document.querySelector<HTMLElement>(".history-entry button")?.click();
  await eventually(async () => expect(await rulesOf()).toEqual([["Elsewhere", 1]]));
});

test("an export names what it leaves out", async () => {
  choose(control("select", "What to export"), "ublacklist");
  await eventually(() => expect(body()).toContain("2 can’t be said in this format and are left out"));
  expect(body()).toContain("Figures aren’t known there.");
});

test("a backup says what is not in it", async () => {
  const newer = { version: 99, rulesets: [], leftOver: [] };
  await fakeBrowser.storage.local.set({ "settings-unreadable": [{ lists: 3 }], rulesets: newer });
  close();
  await open(startOptions);
  choose(control("select", "What to export"), "domains");
  choose(control("select", "What to export"), "winnow");
  await eventually(() => expect(body()).toContain("2 can’t be said in this format and are left out"));
  expect(body()).toContain("None of them is in the file.");
  expect(body()).toContain("Copy it where it stands on this page.");
});

test("a backup says that it does not hold what stays on this device only", async () => {
  await keepOnDevice(browserStorage(), { kind: "lists", id: "good" }, true);
  await eventually(() => expect(body()).toContain("You keep this on this device."));
  await eventually(() => {
    choose(control("select", "What to export"), "domains");
    choose(control("select", "What to export"), "winnow");
    expect(body()).toContain("It is in the file, but not that it stays on this device.");
  });
});

test("a backup's preview names what it would take away, and does so only when told to", async () => {
  const older = { ...good, lines: ["zinc", "steel"] };
  const stricter = { ...filter, condition: "pages<10" };
  const backup = { format: "winnow-settings", version: 1, settings: { lists: [older], filters: [stricter] } };
  const difference = (): (string | null)[] =>
    [...document.querySelectorAll(".import-replaced del")].map((gone) => gone.textContent);

  await paste(JSON.stringify(backup));
  await eventually(() => expect(difference()).toEqual(["copper", "pages<30"]));
  expect(body()).toContain("Keywords: 1 new · 1 there already");
  control("button", "Import").click();
  await eventually(async () => expect((await storedSettings()).lists[0]?.lines).toEqual(["steel", "copper", "zinc"]));
  expect((await storedSettings()).filters).toEqual([filter]);

  await paste(JSON.stringify(backup));
  await eventually(() => control("input", "Make what is here as it is in the file").click());
  await eventually(() => expect(body()).toContain("Keywords: 1 removed · 2 there already"));
  control("button", "Import").click();
  await eventually(async () => expect((await storedSettings()).lists[0]?.lines).toEqual(["zinc", "steel"]));
  await eventually(() => control("button", "Undo").click());
  await eventually(async () => expect((await storedSettings()).lists[0]?.lines).toEqual(["steel", "copper", "zinc"]));
});
