import { beforeEach, describe, expect, test, vi } from "vitest";
import { fakeBrowser } from "wxt/testing/fake-browser";

import { browserStorage } from "@/browser/storage-areas.ts";
import type { ResultReport } from "@/model/report.ts";
import type { Rule } from "@/model/ruleset.ts";
import { createRulesetStore } from "@/rulesets/ruleset-store.ts";
import { startPopup } from "@/ui/popup/start-popup.tsx";

import { fakeFilter, fakeList } from "../../support/fake-settings.ts";
import {
  announceReport,
  choose,
  control,
  eventually,
  fakeReport,
  fakeSurroundings,
  open,
  storedSettings,
  type,
} from "./extension-page.ts";

const list = fakeList({ id: "good", name: "Good", lines: ["steel", "/(/"] });
const filter = fakeFilter({ id: "short", name: "Too short", condition: "pages<30" });
const body = (): string => document.body.textContent ?? "";
const field = (): HTMLInputElement => control("input", "New keyword or filter");
const add = (): void => field().form!.requestSubmit();
const target = (): HTMLSelectElement => control("select", "What to do with it");

const hidden: ResultReport = {
  result: {
    id: "1",
    position: 1,
    title: "A leaflet",
    url: "https://shop.example/1",
    host: "shop.example",
    snippet: "",
    meta: "14 pages",
    facets: [],
  },
  hits: {},
  verdict: {
    visibility: "hide",
    mark: null,
    lift: 0,
    reasons: [
      {
        filter: "short",
        filterName: "Too short",
        action: "hide",
        condition: "pages<30",
        evidence: [{ kind: "facet", facet: "pages", text: "14 pages" }],
        decisive: true,
      },
    ],
  },
};

let around: Awaited<ReturnType<typeof fakeSurroundings>>;
beforeEach(async () => {
  around = await fakeSurroundings({ lists: [list], filters: [filter] });
});

describe("a page that Winnow runs on", () => {
  test("shows what was found, could be read and is hidden, and each list's and filter's share", async () => {
    around.report = fakeReport({
      found: 10,
      readable: 9,
      hidden: 3,
      folded: 2,
      hitsByList: { good: 1 },
      resultsByFilter: { short: 5 },
    });
    await open(startPopup);
    expect(body()).toContain("Found: 10. Readable: 9. Hidden: 3.");
    expect(body()).toContain("2 folded");
    expect(body()).toContain("The address of 1 result can’t be read.");
    expect(control("li", "Good1 hit1 line can’t be read and is skipped")).toBeTruthy();
    expect(document.querySelectorAll(".row-count")[1]?.textContent).toBe("5 results");
  });

  test("tells of a list how often each of its keywords is found, once its count is pressed", async () => {
    around = await fakeSurroundings({ lists: [{ ...list, lines: ["rare", "never", " often "] }], filters: [] });
    around.report = fakeReport({ found: 10, hitsByList: { good: 8 }, hitsByLine: { good: { 0: 1, 2: 7 } } });
    await open(startPopup);
    const count = control("button", "8 hits");
    expect(count.ariaExpanded ?? count.getAttribute("aria-expanded")).toBe("false");
    expect(document.querySelector(".row-details")).toBeNull();
    count.click();
    await eventually(() =>
      expect(Array.from(document.querySelectorAll(".row-details li"), (row) => row.textContent)).toEqual([
        "often7",
        "rare1",
      ]),
    );
    count.click();
    await eventually(() => expect(document.querySelector(".row-details")).toBeNull());
  });

  test("follows the page while it is open, without touching what is being typed", async () => {
    around.report = fakeReport({ found: 1 });
    await open(startPopup);
    type(field(), "half a wo");
    around.report = fakeReport({ found: 20 });
    announceReport();
    await eventually(() => expect(body()).toContain("Found: 20."));
    expect(field().value).toBe("half a wo");
    expect(document.activeElement).toBe(field());
  });

  test("walks through the hits of all lists or of one, and says where it is", async () => {
    around.report = fakeReport({ found: 2, hitsByList: { good: 3 } });
    around.place = { list: "good", line: 0, number: 2, of: 3 };
    await open(startPopup);
    control("button", "Go to the next hit").click();
    await eventually(() => expect(body()).toContain("2 of 3"));
    choose(control("select", "Which hits to walk through"), "good");
    control("button", "Go to the previous hit").click();
    await eventually(() => expect(around.asked).toContainEqual(["walkHits", -1, "good"]));
    expect(around.asked).toContainEqual(["walkHits", 1, null]);
  });

  test("has nothing to walk through where there are no hits", async () => {
    around.report = fakeReport({ found: 2 });
    await open(startPopup);
    expect(document.querySelector(".hit-walk")).toBeNull();
  });

  test("says that there is no listing, and what no longer fits", async () => {
    around.report = fakeReport({ state: "empty", problems: [{ code: "recipe-finds-nothing", args: ["Shop"] }] });
    await open(startPopup);
    expect(body()).toContain("No list of results on this page.");
    expect(body()).toContain("The recipe “Shop” is for this page and finds nothing on it");
  });

  test("of thousands of filters shows those that apply to the page, and some of the others", async () => {
    const filters = Array.from({ length: 5000 }, (_, n) => fakeFilter({ id: `f${n}`, name: `Filter ${n}` }));
    around = await fakeSurroundings({ filters });
    around.report = fakeReport({ found: 3, resultsByFilter: { f4999: 3 } });
    await open(startPopup);
    const rows = [...document.querySelectorAll(".part-filters .row-name")].map((row) => row.textContent);
    expect(rows).toHaveLength(50);
    expect([rows[0], rows.at(-1)]).toEqual(["Filter 0", "Filter 4999"]);
    control("button", "Show more (4950)").click();
    await eventually(() => expect(document.querySelectorAll(".part-filters .row-name")).toHaveLength(100));
    expect(body()).toContain("Show more (4900)");
  });

  test("gives each ruleset that was brought its count and switch, and tells which of its rules apply", async () => {
    const rules = Array.from({ length: 12 }, (_, n) => ({
      condition: `site:s${n}.example`,
      action: "hide",
      line: n + 1,
    }));
    const store = createRulesetStore(browserStorage().local, (run) => run());
    const content = { enabled: true, address: null, lists: [], recipes: [] };
    await store.put({ ...content, id: "set", name: "Spam sites", rules: rules as readonly Rule[] });
    const results = rules.map(({ condition, line }, n): ResultReport => {
      const reason = {
        ...hidden.verdict.reasons[0]!,
        filter: `set:${line}`,
        filterName: "Spam sites",
        condition,
        line,
      };
      const verdict = { ...hidden.verdict, reasons: [{ ...reason, ruleset: "set" }] };
      return { ...hidden, result: { ...hidden.result, id: `r${n}`, title: `Page ${n}` }, verdict };
    });
    const counts = Object.fromEntries(rules.map(({ line }) => [`set:${line}`, 1]));
    around.report = fakeReport({ found: 12, hidden: 12, results, resultsByFilter: { ...counts, set: 12 } });
    await open(startPopup);
    const row = control("li", "Spam sites12 results");
    row.querySelector<HTMLElement>(".row-count")!.click();
    await eventually(() => expect(row.querySelectorAll(".row-details li")).toHaveLength(10));
    control("button", "Show more (2)").click();
    await eventually(() => expect(row.textContent).toContain("site:s11.example"));
    expect([...document.querySelectorAll(".away-reason")].map((group) => group.textContent)).toEqual([
      "Spam sites12 results",
    ]);
    control("input", "“Spam sites” on or off").click();
    await eventually(async () => expect((await store.load())[0]?.enabled).toBe(false));
  });

  test("draws a part of a thousand hidden results, and brings each of them to where it can be shown", async () => {
    const away = (id: number, by: string): ResultReport => ({
      ...hidden,
      result: { ...hidden.result, id: String(id), title: `Paper ${id}` },
      verdict: { ...hidden.verdict, reasons: [{ ...hidden.verdict.reasons[0]!, filter: by, filterName: by }] },
    });
    const results = Array.from({ length: 1000 }, (_, id) => away(id, id < 900 ? "Most" : `Filter ${id}`));
    around.report = fakeReport({ found: 1000, hidden: 1000, results });
    await open(startPopup);
    const drawn = () => document.querySelectorAll(".away-result").length;
    const groups = () => document.querySelectorAll(".away-group").length;
    expect(drawn()).toBeLessThan(100);
    while (document.querySelector(".part-away .show-more") !== null) {
      const before = drawn() + groups();
      document.querySelector<HTMLElement>(".part-away .show-more")!.click();
      // oxlint-disable-next-line no-await-in-loop -- one press after the other
      await eventually(() => expect(drawn() + groups()).toBeGreaterThan(before));
    }
    expect([drawn(), groups()]).toEqual([1000, 101]);
    control("button", "Show “Paper 899” on the page").click();
    await eventually(() => expect(around.asked).toContainEqual(["revealResult", "899"]));
  });

  test("says what is odd about a condition, in its row and while it is typed", async () => {
    around = await fakeSurroundings({ filters: [{ ...filter, condition: "date>2025 age>5y" }] });
    await open(startPopup);
    const said = "At character 11: “date>2025” and “age>5y” can’t both be true of a result.";
    expect(document.querySelector(".row-problem")?.textContent).toContain(said);
    choose(target(), "filter:hide");
    type(field(), "pages=30..10");
    await eventually(() =>
      expect(document.querySelector(".quick-add .field-warning")?.textContent).toContain("Did you mean pages=10..30?"),
    );
  });

  test("names what was taken away and why", async () => {
    around.report = fakeReport({ found: 1, readable: 1, hidden: 1, results: [hidden] });
    await open(startPopup);
    const away = document.querySelector(".part-away")!.textContent;
    for (const part of ["A leaflet", "shop.example", "Too short", "1 result", "pages: “14 pages”"])
      expect(away).toContain(part);
  });

  test("what is away because only other results are shown says so", async () => {
    const reason = { ...hidden.verdict.reasons[0]!, filterName: "", condition: "-(pages>=30)" };
    around = await fakeSurroundings({ filters: [fakeFilter({ name: "", condition: "-(pages>=)" })] });
    const results = [{ ...hidden, verdict: { ...hidden.verdict, reasons: [reason] } }];
    around.report = fakeReport({ found: 1, hidden: 1, results });
    await open(startPopup);
    expect(document.querySelector(".away-reason")?.textContent).toBe("Show only pages>=301 result");
    expect(document.querySelector(".row-problem")?.textContent).toContain("At character 8: A number is expected");
  });

  test("lists what is away by filter, and shows one of them on the page", async () => {
    const others = ["2", "3"].map((id): ResultReport => {
      const [reason] = hidden.verdict.reasons;
      const evidence = [{ kind: "facet" as const, facet: "pages" as const, text: `${id}0 pages` }];
      const reasons = [{ ...reason!, evidence, filter: "tried", filterName: "", action: "hide" as const }];
      return {
        ...hidden,
        result: { ...hidden.result, id, title: `Paper ${id}` },
        verdict: { ...hidden.verdict, reasons },
      };
    });
    const dimmed: ResultReport = { ...hidden, verdict: { ...hidden.verdict, visibility: "dim" } };
    around.report = fakeReport({ found: 4, hidden: 3, results: [others[0]!, hidden, dimmed, others[1]!] });
    await open(startPopup);
    expect([...document.querySelectorAll(".away-reason")].map((group) => group.textContent)).toEqual([
      "Tried out2 results",
      "Too short1 result",
    ]);
    expect([...document.querySelectorAll(".evidence")].map((why) => why.textContent)).toEqual([
      "pages: “20 pages”",
      "pages: “30 pages”",
      "pages: “14 pages”",
    ]);
    control("button", "Show “Paper 3” on the page").click();
    await eventually(() => expect(around.asked).toContainEqual(["revealResult", "3"]));
  });

  test("has nothing hidden to show where results are only folded", async () => {
    around.report = fakeReport({ found: 2, folded: 2 });
    await open(startPopup);
    expect(body()).not.toContain("Show what is hidden");
  });

  test("shows hidden results for now and takes the page's word for it", async () => {
    around.report = fakeReport({ found: 1, hidden: 1 });
    await open(startPopup);
    control("input", "Show what is hidden").click();
    await eventually(() => expect(around.asked).toContainEqual(["showHidden", true]));
    await eventually(() => expect(control("input", "Show what is hidden").checked).toBe(true));
  });
});

describe("a page that Winnow does not run on", () => {
  test("offers to run there and asks for that host alone", async () => {
    await open(startPopup);
    expect(body()).toContain("Winnow isn’t running on shop.example.");
    control("button", "Run on this site").click();
    await eventually(() => expect(around.requested).toEqual(["*://shop.example/*"]));
  });

  test("says that nothing changed when the user refuses", async () => {
    around.answer = false;
    await open(startPopup);
    control("button", "Run on this site").click();
    await eventually(() => expect(body()).toContain("The browser didn’t give the permission."));
  });

  test("offers to reload a page that was open before the site was allowed", async () => {
    around.allowed = true;
    await open(startPopup);
    expect(control("button", "Reload the page")).toBeTruthy();
  });

  test.each([
    ["https://addons.mozilla.org/firefox/", "Your browser lets no extension work on this page."],
    ["https://chromewebstore.google.com/", "Your browser lets no extension work on this page."],
    ["about:config", "This isn’t a web page"],
    ["file:///home/x.html", "This isn’t a web page"],
    [undefined, "Winnow can’t see which page this is."],
  ])("says why on %s", async (url, sentence) => {
    around.url = url;
    await open(startPopup);
    expect(body()).toContain(sentence);
    expect(document.querySelector(".site-row")).toBeNull();
  });
});

describe("switches", () => {
  test("the global one and the site's are written and said", async () => {
    around.report = fakeReport({ host: "www.shop.example" });
    await open(startPopup);
    control("input", "Winnow on or off on www.shop.example").click();
    await eventually(async () => expect((await storedSettings()).pausedSites).toEqual(["shop.example"]));
    expect(body()).toContain("Winnow is paused on this site.");
    expect(body()).not.toContain("Something missed?");
    control("input", "Winnow on or off, everywhere").click();
    await eventually(async () => expect((await storedSettings()).enabled).toBe(false));
    expect(body()).toContain("Winnow is off everywhere.");
  });

  test("each list and filter has its own", async () => {
    await open(startPopup);
    control("input", "“Good” on or off").click();
    control("input", "“Too short” on or off").click();
    await eventually(async () => {
      const { lists, filters } = await storedSettings();
      expect([lists[0]?.enabled, filters[0]?.enabled]).toEqual([false, false]);
    });
  });

  test("a change from elsewhere shows at once", async () => {
    await open(startPopup);
    await fakeBrowser.storage.local.set({ settings: { ...(await storedSettings()), enabled: false } });
    await eventually(() => expect(body()).toContain("Winnow is off everywhere."));
  });
});

describe("the field that adds", () => {
  test("a condition typed as a keyword is not taken for one, and becomes a filter at a press", async () => {
    await open(startPopup);
    type(field(), "pages>=30");
    add();
    await eventually(() => expect(body()).toContain("This is a filter’s condition."));
    expect((await storedSettings()).lists[0]?.lines).toEqual(["steel", "/(/"]);
    control("button", "Add as a filter instead").click();
    await eventually(() => expect(target().value).toBe("filter:hide"));
    expect(body()).not.toContain("This is a filter’s condition.");
    add();
    await eventually(async () => expect((await storedSettings()).filters[1]?.condition).toBe("pages>=30"));
  });

  test.each(["pages>30 siz<5MB", "pages>", "title:x (age<2y", "-size>5"])(
    "%s, a condition with a mistake, is not taken for a keyword either",
    async (line) => {
      await open(startPopup);
      type(field(), line);
      add();
      await eventually(() => expect(body()).toContain("This is a filter’s condition."));
      control("button", "Add as a filter instead").focus();
      control("button", "Add as a filter instead").click();
      await eventually(() => expect(body()).toContain("At character"));
      expect(document.activeElement).toBe(field());
      expect((await storedSettings()).lists[0]?.lines).toEqual(["steel", "/(/"]);
    },
  );

  test.each([
    "title:steel",
    "size=XL",
    "ages<3 only",
    "site:example.com",
    "pages of 30",
    '"pages>=30"',
    "a OR b",
    "-word",
    "cost: 5",
  ])("%s is a keyword like any other", async (line) => {
    await open(startPopup);
    type(field(), line);
    add();
    await eventually(async () => expect((await storedSettings()).lists[0]?.lines).toContain(line));
  });

  test("a keyword goes to the chosen list, and undo takes it out again", async () => {
    await open(startPopup);
    type(field(), " copper ");
    add();
    await eventually(async () => expect((await storedSettings()).lists[0]?.lines).toEqual(["steel", "/(/", "copper"]));
    await eventually(() => expect(body()).toContain("Added to “Good”."));
    expect(field().value).toBe("");
    control("button", "Undo").click();
    await eventually(async () => expect((await storedSettings()).lists[0]?.lines).toEqual(["steel", "/(/"]));
  });

  test("the first keyword of all makes a list", async () => {
    around = await fakeSurroundings();
    await open(startPopup);
    type(field(), "copper");
    add();
    await eventually(async () =>
      expect((await storedSettings()).lists).toMatchObject([{ name: "My keywords", lines: ["copper"], color: 1 }]),
    );
  });

  test("a condition becomes a filter with the chosen action", async () => {
    await open(startPopup);
    choose(target(), "filter:dim");
    type(field(), "size>5MB");
    add();
    await eventually(async () =>
      expect((await storedSettings()).filters[1]).toMatchObject({
        condition: "size>5MB",
        action: "dim",
        enabled: true,
      }),
    );
  });

  test("a filter shows only what it is typed for, and is seen so from then on", async () => {
    await open(startPopup);
    choose(target(), "filter:only");
    expect(target().selectedOptions[0]?.textContent).toBe("Show only matching results");
    type(field(), "pages>=30");
    add();
    await eventually(async () =>
      expect((await storedSettings()).filters[1]).toMatchObject({ condition: "-pages>=30", action: "hide" }),
    );
    await eventually(() =>
      expect([...document.querySelectorAll(".part-filters .row")].map((row) => row.textContent)).toEqual([
        "HideToo short",
        "Show onlypages>=30",
      ]),
    );
  });

  test("where only results with a figure are shown, it can be told that those without it go, too", async () => {
    await open(startPopup);
    choose(target(), "filter:only");
    type(field(), "steel");
    expect(body()).not.toContain("Keep results that");
    type(field(), "pages>=30 size<5MB");
    const label = "Keep results that don’t tell their pages and size";
    await eventually(() => expect(control("input", label).checked).toBe(true));
    control("input", label).click();
    await eventually(() => expect(field().value).toBe("pages>=30 size<5MB has:pages has:size"));
    expect(control("input", label).checked).toBe(false);
    control("input", label).click();
    await eventually(() => expect(field().value).toBe("pages>=30 size<5MB"));
  });

  test.each([
    ["list:good", "/(/", "“Good” has this keyword already."],
    ["list:good", "/(x", "At character 1: The closing / is missing."],
    ["list:good", "#tag", 'To look for it, write "#tag".'],
    ["filter:hide", "pages>", "A number is expected for pages"],
    ["filter:only", "pages>", "At character 7: A number is expected for pages"],
  ])("for %s, %s is refused at once and stays", async (value, text, sentence) => {
    await open(startPopup);
    choose(target(), value);
    type(field(), text);
    await eventually(() => expect(body()).toContain(sentence));
    expect(field().getAttribute("aria-invalid")).toBe("true");
    add();
    expect(field().value).toBe(text);
    expect(await storedSettings()).toMatchObject({ lists: [list], filters: [filter] });
  });

  test("what was typed and not added is there when the popup opens again", async () => {
    await open(startPopup);
    choose(target(), "filter:fold");
    type(field(), "pages>");
    await open(startPopup);
    expect(field().value).toBe("pages>");
    expect(target().value).toBe("filter:fold");
  });
});

describe("trouble with the settings", () => {
  test("settings that can't be read are said, with the way to them", async () => {
    await fakeBrowser.storage.local.set({ settings: "garbage" });
    await open(startPopup);
    expect(body()).toContain("The stored settings could not be read.");
    expect(control("button", "See settings")).toBeTruthy();
  });

  test("a change that storage refuses is taken back and said", async () => {
    await open(startPopup);
    const set = vi.spyOn(fakeBrowser.storage.local, "set").mockRejectedValue(new Error("disk full"));
    control("input", "“Good” on or off").click();
    await eventually(() => expect(body()).toContain("The change could not be saved (Error: disk full)."));
    set.mockRestore();
    expect(control("input", "“Good” on or off").checked).toBe(true);
  });
});
