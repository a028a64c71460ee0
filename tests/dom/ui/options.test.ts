import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

import { startOptions } from "@/ui/options/start-options.tsx";

import { fakeFilter, fakeList } from "../../support/fake-settings.ts";
import { choose, close, control, eventually, fakeSurroundings, open, storedSettings, type } from "./extension-page.ts";

const good = fakeList({ id: "good", name: "Good", color: 1, lines: ["steel", "copper"] });
const bad = fakeList({ id: "bad", name: "Bad", color: 2 });
const filter = fakeFilter({ id: "short", name: "Too short", condition: "pages<30" });

const body = (): string => document.body.textContent ?? "";
const linesOfGood = (): HTMLTextAreaElement => control("textarea", "Keywords of “Good”, one a line");
const linesOfBad = (): HTMLTextAreaElement => control("textarea", "Keywords of “Bad”, one a line");
const condition = (): HTMLInputElement => control("input", "Condition of “Too short”");

let around: Awaited<ReturnType<typeof fakeSurroundings>>;
beforeEach(async () => {
  around = await fakeSurroundings({ lists: [good, bad], filters: [filter], pausedSites: ["news.example"] });
});
afterEach(() => {
  close();
  vi.useRealTimers();
});

describe("keyword lists", () => {
  test("a new list has a colour of its own and waits for its name", async () => {
    await open(startOptions);
    control("button", "New list").click();
    await eventually(async () => expect((await storedSettings()).lists[2]).toMatchObject({ name: "", color: 3 }));
    await eventually(() => expect(document.activeElement).toBe(document.querySelectorAll(".name-field")[2]));
  });

  test("typed lines are written after a pause, and each bad one is said at its line", async () => {
    await open(startOptions);
    type(linesOfGood(), "steel\n/(/\n*");
    await eventually(() => expect(body()).toContain("2 lines can’t be read."));
    expect([...document.querySelectorAll(".editor-line-wrong .editor-number")].map((line) => line.textContent)).toEqual(
      ["2", "3"],
    );
    expect(linesOfGood().getAttribute("aria-invalid")).toBe("true");
    await eventually(async () => expect((await storedSettings()).lists[0]?.lines).toEqual(["steel", "/(/", "*"]));
    expect(linesOfGood().value).toBe("steel\n/(/\n*");
  });

  test("a list of thousands is drawn line by line as it is scrolled, and its bad lines are counted", async () => {
    around = await fakeSurroundings({ lists: [{ ...good, lines: Array.from({ length: 5000 }, () => "/(/") }] });
    await open(startOptions);
    expect(body()).toContain("5000 lines can’t be read.");
    expect(body()).toContain("and 4984 more");
    expect(document.querySelectorAll(".editor-line").length).toBeLessThan(30);
    Object.defineProperty(linesOfGood(), "scrollTop", { value: 22 * 400 });
    linesOfGood().dispatchEvent(new Event("scroll"));
    await eventually(() => expect(document.querySelector(".editor-number")?.textContent).toBe("401"));
  });

  test("what was typed is written when the page closes, without waiting for the pause", async () => {
    await open(startOptions);
    type(linesOfGood(), "steel\nzinc");
    close();
    await eventually(async () => expect((await storedSettings()).lists[0]?.lines).toEqual(["steel", "zinc"]));
  });

  test("what a page could not write before it was gone, the next one writes", async () => {
    await open(startOptions);
    const set = vi.spyOn(fakeBrowser.storage.local, "set").mockImplementation(() => new Promise<void>(() => undefined));
    type(linesOfGood(), "steel\nzinc");
    close();
    await eventually(() => expect(set).toHaveBeenCalled());
    set.mockRestore();
    Object.assign(navigator.locks, { request: (_: string, ...rest: (() => unknown)[]) => rest.at(-1)?.() });
    await open(startOptions);
    expect((await storedSettings()).lists[0]?.lines).toEqual(["steel", "zinc"]);
    expect(linesOfGood().value).toBe("steel\nzinc");
    expect(localStorage).toHaveLength(0);
  });

  test("a change from elsewhere leaves the field in use alone and is not overwritten by it", async () => {
    await open(startOptions);
    type(linesOfGood(), "steel\ncopper\nzi");
    await eventually(async () => expect((await storedSettings()).lists[0]?.lines).toHaveLength(3));
    const now = await storedSettings();
    const lists = [
      { ...good, lines: ["steel", "copper", "zi", "from the popup"] },
      { ...bad, name: "Worse" },
    ];
    await fakeBrowser.storage.local.set({ settings: { ...now, lists } });
    await eventually(() => expect(control("textarea", "Keywords of “Worse”, one a line")).toBeTruthy());
    expect(linesOfGood().value).toBe("steel\ncopper\nzi");
    expect(document.activeElement).toBe(linesOfGood());
    type(linesOfGood(), "steel\ncopper\nzinc");
    linesOfGood().blur();
    await eventually(async () =>
      expect((await storedSettings()).lists[0]?.lines.toSorted()).toEqual([
        "copper",
        "from the popup",
        "steel",
        "zinc",
      ]),
    );
    await eventually(() => expect(linesOfGood().value).toContain("from the popup"));
  });

  test("a line that was just begun is still begun when one comes back to the field", async () => {
    await open(startOptions);
    type(linesOfGood(), "steel\n");
    linesOfGood().blur();
    await eventually(async () => expect((await storedSettings()).lists[0]?.lines).toEqual(["steel"]));
    const now = await storedSettings();
    await fakeBrowser.storage.local.set({ settings: { ...now, lists: [now.lists[0], { ...bad, name: "Worse" }] } });
    await eventually(() => expect(control("textarea", "Keywords of “Worse”, one a line")).toBeTruthy());
    expect(linesOfGood().value).toBe("steel\n");
    type(linesOfGood(), "steel\nzinc");
    linesOfGood().blur();
    await eventually(async () => expect((await storedSettings()).lists[0]?.lines).toEqual(["steel", "zinc"]));
  });

  test("a text that storage refuses stays in its field and is written with the next try", async () => {
    await open(startOptions);
    const set = vi.spyOn(fakeBrowser.storage.local, "set").mockRejectedValueOnce(new Error("disk full"));
    type(linesOfGood(), "zinc");
    linesOfGood().blur();
    await eventually(() => expect(body()).toContain("The change could not be saved (Error: disk full)."));
    expect(linesOfGood().value).toBe("zinc");
    set.mockRestore();
    linesOfGood().focus();
    linesOfGood().blur();
    await eventually(async () => expect((await storedSettings()).lists[0]?.lines).toEqual(["zinc"]));
  });

  test("a deleted list comes back to its place with undo", async () => {
    await open(startOptions);
    control("button", "Delete “Good”").click();
    await eventually(async () => expect((await storedSettings()).lists).toEqual([bad]));
    await eventually(() => expect(body()).toContain("“Good” is deleted."));
    control("button", "Undo").click();
    await eventually(async () => expect((await storedSettings()).lists).toEqual([good, bad]));
  });

  test.each([
    ["keydown", true],
    ["pointerdown", false],
  ])("after %s, whether the focus goes on from the way back: %s", async (event, goesOn) => {
    await open(startOptions);
    const remove = control("button", "Delete “Good”");
    remove.focus();
    remove.dispatchEvent(new Event(event, { bubbles: true }));
    remove.click();
    await eventually(() => expect(body()).toContain("“Good” is deleted."));
    await eventually(() => expect(document.activeElement).toBe(goesOn ? control("button", "Undo") : document.body));
  });

  test.each([
    ["Undo", "keydown"],
    ["Close", "keydown"],
    ["Undo", "pointerdown"],
  ])("after %s by %s the focus goes back to where it came from, if it was the keyboard", async (name, event) => {
    await open(startOptions);
    control("button", "Delete “Good”").click();
    await eventually(() => expect(body()).toContain("“Good” is deleted."));
    linesOfBad().focus();
    control("button", name).focus();
    control("button", name).dispatchEvent(new Event(event, { bubbles: true }));
    control("button", name).click();
    await eventually(() => expect(document.querySelector(".undo-bar")).toBeNull());
    expect(document.activeElement === linesOfBad()).toBe(event === "keydown");
  });

  test("after a way back that nothing is left before, the focus is at the beginning of the page's matter", async () => {
    await open(startOptions);
    const remove = control("button", "Delete “Good”");
    remove.focus();
    remove.dispatchEvent(new Event("keydown", { bubbles: true }));
    remove.click();
    await eventually(() => expect(document.activeElement).toBe(control("button", "Undo")));
    control("button", "Undo").click();
    await eventually(() => expect(document.activeElement).toBe(document.querySelector("main")));
  });

  test("moving a list keeps the focus on a button that still moves it", async () => {
    await open(startOptions);
    control("button", "Move “Good” down").click();
    await eventually(async () => expect((await storedSettings()).lists).toEqual([bad, good]));
    await eventually(() => expect(document.activeElement).toBe(control("button", "Move “Good” up")));
  });

  test("options and the colour are written", async () => {
    await open(startOptions);
    control("input", "Whole words").click();
    control("button", "Colour of “Good”: Yellow").click();
    await eventually(() => control("input", "Violet").click());
    await eventually(async () =>
      expect((await storedSettings()).lists[0]).toMatchObject({ color: 6, options: { wholeWord: true } }),
    );
  });
});

describe("filters", () => {
  test("of thousands some are drawn, others on demand, by search, or where the address asks for them", async () => {
    const filters = Array.from({ length: 5000 }, (_, n) =>
      fakeFilter({ id: `f${n}`, name: "", condition: `site:s${n}.example` }),
    );
    await fakeSurroundings({ filters });
    location.hash = "#filter-f4000";
    await open(startOptions);
    location.hash = "";
    const cards = (): readonly string[] => [...document.querySelectorAll("#filters article")].map(({ id }) => id);
    expect(cards()).toHaveLength(51);
    expect(cards().at(-1)).toBe("filter-f4000");
    control("button", "Show more (4949)").click();
    await eventually(() => expect(cards()).toHaveLength(100));
    type(control("input", "Find a filter"), "s4321.");
    await eventually(() => expect(cards()).toEqual(["filter-f4321"]));
    control("button", "Delete “site:s4321.example”").click();
    await eventually(async () => expect((await storedSettings()).filters).toHaveLength(4999));
    control("button", "Undo").click();
    await eventually(async () => expect((await storedSettings()).filters[4321]?.id).toBe("f4321"));
  });

  test("a condition that can't be read is said at the field, kept and written", async () => {
    await open(startOptions);
    type(condition(), "pages>=x");
    await eventually(() => expect(body()).toContain("At character 8: A number is expected for pages"));
    expect(condition().getAttribute("aria-invalid")).toBe("true");
    await eventually(async () => expect((await storedSettings()).filters[0]?.condition).toBe("pages>=x"));
  });

  test("a condition that is read differently from how it is typed is shown as it is read", async () => {
    await open(startOptions);
    type(condition(), "Pages>=30 AND has:age");
    await eventually(() => expect(body()).toContain("Read as: pages>=30 has:date"));
  });

  test("the action is written, and marking asks for a colour", async () => {
    await open(startOptions);
    choose(control("select", "What “Too short” does"), "mark");
    await eventually(async () => expect((await storedSettings()).filters[0]?.action).toBe("mark"));
    await eventually(() => expect(control("button", "Colour of “Too short”: Yellow")).toBeTruthy());
  });

  test("hiding becomes showing only, with the condition as it is, and back", async () => {
    await open(startOptions);
    const use = (): HTMLSelectElement => control("select", "What “Too short” does");
    choose(use(), "only");
    await eventually(async () =>
      expect((await storedSettings()).filters[0]).toMatchObject({ condition: "-pages<30", action: "hide" }),
    );
    await eventually(() => expect([use().value, condition().value]).toEqual(["only", "pages<30"]));
    expect(body()).toContain("Takes all other results away");
    type(condition(), "pages<3");
    type(condition(), "pages<");
    await eventually(() => expect(body()).toContain("At character 7: A number is expected for pages"));
    type(condition(), "-pages<40");
    await eventually(async () => expect((await storedSettings()).filters[0]?.condition).toBe("-(-pages<40)"));
    condition().blur();
    await eventually(() => expect([use().value, condition().value]).toEqual(["only", "-pages<40"]));
    choose(use(), "dim");
    await eventually(async () =>
      expect((await storedSettings()).filters[0]).toMatchObject({ condition: "-pages<40", action: "dim" }),
    );
  });

  test("a condition that begins with a dash stays under the fingers, and is then said to show only some", async () => {
    await open(startOptions);
    const use = (): HTMLSelectElement => control("select", "What “Too short” does");
    for (const typed of ["-", "-s", "-st"]) {
      type(condition(), typed);
      // oxlint-disable-next-line no-await-in-loop -- one key after the other
      await eventually(async () => expect((await storedSettings()).filters[0]?.condition).toBe(typed));
      expect([use().value, condition().value]).toEqual(["hide", typed]);
    }
    condition().blur();
    await eventually(() => expect([use().value, condition().value]).toEqual(["only", "st"]));
  });

  test("whether results stay that don't tell a figure is chosen at its filter", async () => {
    around = await fakeSurroundings({ filters: [{ ...filter, condition: "-pages>=30" }] });
    await open(startOptions);
    const keep = (): HTMLInputElement => control("input", "Keep results that don’t tell their pages");
    expect(keep().checked).toBe(true);
    keep().click();
    await eventually(async () => expect((await storedSettings()).filters[0]?.condition).toBe("-(pages>=30 has:pages)"));
    await eventually(() => expect([keep().checked, condition().value]).toEqual([false, "pages>=30 has:pages"]));
  });

  test("a new filter waits for its condition without calling it wrong", async () => {
    await open(startOptions);
    control("button", "New filter").click();
    await eventually(async () => expect((await storedSettings()).filters).toHaveLength(2));
    await eventually(() =>
      expect(control("input", "Condition of “Unnamed filter”").ariaInvalid ?? "false").toBe("false"),
    );
    expect(document.querySelectorAll(".field-problem .icon")).toHaveLength(0);
  });
});

describe("sites", () => {
  test("a paused site is added from an address, and what is none is said", async () => {
    await open(startOptions);
    const typed = control("input", "Site to pause");
    type(typed, "not a site");
    typed.form!.requestSubmit();
    await eventually(() => expect(body()).toContain("Type a site such as example.com."));
    type(typed, "https://WWW.Shop.example/search?q=x");
    typed.form!.requestSubmit();
    await eventually(async () =>
      expect((await storedSettings()).pausedSites).toEqual(["news.example", "shop.example"]),
    );
  });

  test("a paused site is let go, with undo", async () => {
    await open(startOptions);
    control("button", "Run on news.example again").click();
    await eventually(async () => expect((await storedSettings()).pausedSites).toEqual([]));
    await eventually(() => control("button", "Undo").click());
    await eventually(async () => expect((await storedSettings()).pausedSites).toEqual(["news.example"]));
  });

  test("all sites are asked for by the switch, and a refusal is said", async () => {
    around.answer = false;
    await open(startOptions);
    control("input", "Run on every site").click();
    await eventually(() => expect(around.requested).toEqual(["*://*/*"]));
    await eventually(() => expect(body()).toContain("The browser didn’t give the permission."));
    expect(control("input", "Run on every site").checked).toBe(false);
  });

  test("single sites that were allowed are named", async () => {
    around.granted = ["*://shop.example/*"];
    await open(startOptions);
    expect(control("button", "No longer run on shop.example")).toBeTruthy();
  });
});

describe("painter, sync and what can't be read", () => {
  test("the painter is chosen", async () => {
    await open(startOptions);
    document.querySelectorAll<HTMLInputElement>("input[name=painter]")[1]!.click();
    await eventually(async () => expect((await storedSettings()).painter).toBe("mark"));
  });

  test("a problem of the exchange between devices is said as it comes up", async () => {
    await open(startOptions);
    expect(body()).toContain("Nothing has been exchanged yet.");
    await fakeBrowser.storage.local.set({ sync: { modified: 1, problem: { code: "sync-quota", args: [] } } });
    await eventually(() => expect(body()).toContain("The settings are too large for the browser's sync storage."));
  });

  test("what could not be read is shown to be copied, and forgotten only when asked", async () => {
    await fakeBrowser.storage.local.set({ "settings-unreadable": [{ lists: 3 }] });
    await open(startOptions);
    expect(control("textarea", "Settings that can’t be read").value).toContain('"lists": 3');
    control("button", "Forget them").click();
    await eventually(() => expect(body()).not.toContain("Settings that can’t be read"));
    expect(await fakeBrowser.storage.local.get("settings-unreadable")).toEqual({});
    // Meanwhile more was put aside.
    await fakeBrowser.storage.local.set({ "settings-unreadable": [5] });
    control("button", "Undo").click();
    await eventually(async () =>
      expect(await fakeBrowser.storage.local.get("settings-unreadable")).toEqual({
        "settings-unreadable": [{ lists: 3 }, 5],
      }),
    );
  });
});

describe("undo", () => {
  test("is offered for ten seconds, and longer while the pointer is on it", async () => {
    await open(startOptions);
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    control("button", "Delete “Good”").click();
    await vi.waitUntil(() => document.querySelector(".undo-bar") !== null);
    const bar = document.querySelector(".undo-bar")!;
    bar.dispatchEvent(new Event("mouseenter"));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(document.querySelector(".undo-bar")).not.toBeNull();
    bar.dispatchEvent(new Event("mouseleave"));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(document.querySelector(".undo-bar")).toBeNull();
  });
});
