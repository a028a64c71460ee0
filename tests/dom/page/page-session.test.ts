import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";

import type { Settings } from "@/model/settings.ts";
import { createPageSession } from "@/page/page-session.ts";
import { createArranger } from "@/painting/arranging/arranger.ts";
import { offerArranger } from "@/painting/arranging/offer-arranger.ts";
import { offerMarkPainter } from "@/painting/create-painter.ts";
import { createMarkPainter } from "@/painting/mark-painter.ts";
import { defaultSettings } from "@/settings/default-settings.ts";

import { broughtRules } from "../../support/brought-rules.ts";
import { fakeFilter, fakeList } from "../../support/fake-settings.ts";
import { fakeSurroundings } from "../ui/extension-page.ts";

// happy-dom has no highlights, so the other painter is used here.
offerMarkPainter(createMarkPainter);

let stop = new AbortController();

const words = "Water ships were built along the northern coast for two hundred years and more";

const addResult = (title: string, snippet: string): Element => {
  const item = document.createElement("article");
  const heading = document.createElement("h3");
  const link = document.createElement("a");
  link.href = `https://${title.toLowerCase()}.example/page`;
  link.textContent = title;
  heading.append(link);
  const text = document.createElement("p");
  text.textContent = `${snippet} ${words}`;
  item.append(heading, text);
  document.querySelector("main")!.append(item);
  return item;
};

beforeEach(() => {
  stop = new AbortController();
  document.body.replaceChildren(document.createElement("main"));
  for (const name of ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"]) addResult(name, `About ${name} and harbours.`);
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

const settings: Settings = { ...defaultSettings, lists: [fakeList({ lines: ["harbours"] })] };
const hiding = (condition: string): Settings => ({ ...settings, filters: [fakeFilter({ condition })] });
const start = async (first = settings, pageRules = broughtRules()) => {
  const onChange = vi.fn<() => void>();
  const session = createPageSession({ document, settings: first, pageRules, signal: stop.signal, onChange });
  await expect.poll(() => session.report().state).not.toBe("scanning");
  return { ...session, onChange };
};
const verdicts = (): (string | null)[] =>
  [...document.querySelectorAll("article")].map((item) => item.getAttribute("data-winnow-verdict"));

describe("a session on a page", () => {
  test("finds, judges and shows the results at once", async () => {
    const report = (await start(hiding("site:beta.example"))).report();
    expect(report).toMatchObject({ state: "ready", found: 5, readable: 5, hidden: 1, hitsByList: { list: 5 } });
    expect(report.hitsByLine).toEqual({ list: { 0: 5 } });
    expect(document.documentElement.getAttribute("data-winnow-state")).toBe("ready");
    expect(verdicts()).toEqual(["show", "hide", "show", "show", "show"]);
  });

  test("counts every filter that applies, and tells some reasons of each action", async () => {
    const filters = Array.from({ length: 60 }, (_, n) =>
      fakeFilter({ id: `f${n}`, condition: `-unheard${n}`, action: n % 2 === 0 ? "hide" : "dim" }),
    );
    const { results, resultsByFilter } = (await start({ ...settings, filters })).report();
    expect(Object.values(resultsByFilter)).toEqual(Array.from({ length: 60 }, () => 5));
    const told = results[0]!.verdict.reasons.map(({ action, decisive }) => `${action} ${decisive}`);
    expect(new Set(told)).toEqual(new Set(["hide true", "dim false"]));
    expect(told.length).toBeLessThan(20);
  });

  test("judges by rules that were brought as soon as they are there, and never over the user's own", async () => {
    const spam = {
      id: "set:1",
      name: "Set",
      enabled: true,
      color: 1,
      source: "Set",
      ruleset: "set",
      line: 1,
      action: "hide",
    } as const;
    const brought = ["site:beta.example", "site:gamma.example"].map((condition) => ({ ...spam, condition }));
    const own = { ...settings, filters: [fakeFilter({ condition: "site:gamma.example", action: "keep" })] };
    const session = await start(own, broughtRules(brought));
    await expect.poll(verdicts).toEqual(["show", "hide", "show", "show", "show"]);
    expect(session.report().resultsByFilter).toEqual({ filter: 1, "set:1": 2, set: 2 });
  });

  test("reports plain data, as messages carry it", async () => {
    const { results } = (await start(hiding("site:beta.example"))).report();
    const reasons = results.map(({ verdict }) => Object.getOwnPropertyDescriptor(verdict, "reasons")?.value?.length);
    expect(reasons).toEqual([0, 1, 0, 0, 0]);
  });

  test("judges by changed settings without looking at the page again", async () => {
    const session = await start();
    const first = session.report().results.map(({ result }) => result.id);
    session.applySettings(hiding("title:gamma"));
    await expect.poll(verdicts).toEqual(["show", "show", "hide", "show", "show"]);
    expect(session.report().resultsByFilter).toEqual({ filter: 1 });
    expect(session.report().results.map(({ result }) => result.id)).toEqual(first);
  });

  test("is scanning again while many results that were added are not judged, and for no small change", async () => {
    const session = await start(hiding("site:beta.example"));
    const states: string[] = [];
    const watch = new MutationObserver(() => {
      const unjudged = document.querySelectorAll("article:not([data-winnow-verdict])").length;
      states.push(`${document.documentElement.getAttribute("data-winnow-state")} ${unjudged === 0}`);
    });
    watch.observe(document.documentElement, { attributes: true, attributeFilter: ["data-winnow-state"] });
    const seen = session.onChange.mock.calls.length;
    addResult("Zeta", "About one more.");
    await expect.poll(() => verdicts().length === 6 && !verdicts().includes(null)).toBe(true);
    expect(states).toEqual([]);
    for (let index = 0; index < 60; index++) addResult(`More${index}`, "About many more.");
    await expect.poll(() => states).toEqual(["scanning false", "ready true"]);
    expect(session.report()).toMatchObject({ state: "ready", found: 66 });
    expect(session.onChange.mock.calls.length).toBeGreaterThan(seen);
    watch.disconnect();
  });

  test("where hidden results are shown, what hides them again stays when some are hidden no more", async () => {
    await fakeSurroundings();
    const session = await start(hiding("ships"));
    const isSaid = (): boolean => document.querySelector("winnow-notice") !== null;
    expect(isSaid()).toBe(true);
    session.showHidden(true);
    const { filters } = hiding("ships");
    const keep = fakeFilter({ id: "keep", condition: "site:beta.example", action: "keep" });
    session.applySettings({ ...settings, filters: [...filters, keep] });
    await expect.poll(verdicts).toEqual(["hide", "show", "hide", "hide", "hide"]);
    expect(isSaid()).toBe(true);
    session.showHidden(false);
    expect(isSaid()).toBe(false);
  });

  describe("on a page that renders its results anew", () => {
    const list = (): Element => document.querySelector("main")!;
    /** Renders the whole listing anew, as the page would: new elements that say the same, or a little else. */
    const renew = (change = (html: string) => html): void => {
      const html = list().innerHTML.replaceAll(/ data-winnow-[a-z]+="[^"]*"/gu, "");
      const holder = document.createElement("div");
      holder.innerHTML = change(html);
      list().replaceChildren(...holder.children);
    };
    /** What mutation observers do comes before anything is painted, and so before the next timer. */
    const beforePainting = (): Promise<void> => Promise.resolve();

    test("shows verdicts on what comes in place of results before it is looked at", async () => {
      const session = await start(hiding("site:beta.example"));
      const first = [...document.querySelectorAll("article")];
      for (let round = 0; round < 5; round++) {
        renew((html) => html.replaceAll("harbours", `harbours ${String(round)}`));
        await beforePainting();
        expect(verdicts()).toEqual(["show", "hide", "show", "show", "show"]);
      }
      const last = [...document.querySelectorAll("article")];
      expect(first.some((one) => last.includes(one))).toBe(false);
      await expect
        .poll(() => session.report().results.map(({ result }) => result.snippet.includes("4")))
        .toEqual([true, true, true, true, true]);
      expect(verdicts()).toEqual(["show", "hide", "show", "show", "show"]);
      stop.abort();
      expect(document.body.outerHTML).not.toContain("data-winnow");
    });

    test("leaves a result open that was shown", async () => {
      const session = await start(hiding("site:beta.example"));
      const [, beta] = session.report().results;
      Element.prototype.scrollIntoView = () => undefined;
      session.revealResult(beta!.result.id);
      const open = (): readonly boolean[] =>
        [...document.querySelectorAll("article")].map((one) => one.hasAttribute("data-winnow-open"));
      for (let round = 0; round < 3; round++) {
        renew((html) => html.replaceAll("harbours", `harbours ${String(round)}`));
        await beforePainting();
        expect(open()).toEqual([false, true, false, false, false]);
      }
      await expect
        .poll(() => session.report().results.map(({ result }) => result.snippet.includes("2")))
        .toEqual([true, true, true, true, true]);
      expect(session.report().results.map((one) => one.open)).toEqual([false, true, false, false, false]);
      session.applySettings(hiding("site:beta.example OR title:gamma"));
      await expect.poll(open).toEqual([false, true, false, false, false]);
    });

    test("leaves what is new to the next look, and takes verdicts back that it does not confirm", async () => {
      const session = await start(hiding("site:beta.example OR title:old"));
      renew((html) => html.replace("beta.example", "other.example").replace(">Gamma<", ">Gamma old<"));
      await beforePainting();
      expect(verdicts()).toEqual(["show", null, "show", "show", "show"]);
      await expect
        .poll(() => session.report().results.map(({ verdict }) => verdict.visibility))
        .toEqual(["show", "show", "hide", "show", "show"]);
      renew((html) => html.replace(">Gamma old<", ">Gamma<"));
      await beforePainting();
      expect(verdicts()).toEqual(["show", "show", "hide", "show", "show"]);
      await expect.poll(verdicts).toEqual(["show", "show", "show", "show", "show"]);
    });

    test("leaves alone what has no like among those that left, and copies of what is there", async () => {
      await start(hiding("site:beta.example"));
      const [alpha, beta] = document.querySelectorAll("article");
      alpha!.remove();
      const copy = document.createElement("aside");
      copy.innerHTML = beta!.outerHTML.replaceAll(/ data-winnow-[a-z]+="[^"]*"/gu, "");
      document.body.append(copy);
      await beforePainting();
      expect(copy.innerHTML).not.toContain("data-winnow");
    });

    test.each([
      ["sorted", { by: "hits", descending: true } as const],
      ["raised by filters", "filters" as const],
    ])("results that were %s come back in their order, before they are looked at", async (_, wanted) => {
      offerArranger(createArranger);
      const raise = fakeFilter({ condition: "title:gamma OR title:delta", action: "raise" });
      const session = await start({
        ...settings,
        lists: [fakeList({ lines: ["Gamma", "Delta"] })],
        filters: [raise],
      });
      await session.sortResults(wanted);
      const titles = (): string => [...document.querySelectorAll("h3")].map((one) => one.textContent[0]).join("");
      expect(titles()).toBe("GDABE");
      const own = ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"];
      // The page knows nothing of the other order, and brings its listing in its own, at once or in two goes.
      const render = (names: readonly string[]): void => {
        for (const name of names) addResult(name, `About ${name} and harbours.`);
      };
      for (let round = 0; round < 3; round++) {
        list().replaceChildren();
        render(own.slice(0, 3 + round));
        await beforePainting();
        render(own.slice(3 + round));
        await beforePainting();
        expect(titles()).toBe("GDABE");
      }
      await expect.poll(() => session.report().results.length).toBe(5);
      addResult("Zeta", "About Zeta.");
      await expect.poll(() => session.report().results.map(({ result }) => result.title)).toEqual([...own, "Zeta"]);
      await session.sortResults(null);
      expect(titles()).toBe("ABGDEZ");
    });

    test("draws nothing anew where nothing is taken away", async () => {
      await start();
      renew();
      await beforePainting();
      expect(verdicts()).toEqual([null, null, null, null, null]);
      await expect.poll(verdicts).toEqual(["show", "show", "show", "show", "show"]);
    });
  });

  test("sees results that are added, changed and removed", async () => {
    const session = await start(hiding("title:zeta"));
    addResult("Zeta", "About Zeta and harbours.");
    await expect.poll(() => session.report()).toMatchObject({ found: 6, hidden: 1 });
    document.querySelector("article p")!.textContent = `Quiet now. ${words}`;
    await expect.poll(() => session.report().hitsByList).toEqual({ list: 5 });
    document.querySelector("article")!.remove();
    await expect.poll(() => session.report()).toMatchObject({ found: 5, hidden: 1 });
  });

  test("looks again where the page changed in the midst of looking, whenever that was", async () => {
    // Every step is a slice of its own, so that the page has its turn after each.
    const clock = vi.spyOn(performance, "now");
    let late = 5;
    for (let calls = late; calls >= late; late += 5) {
      stop.abort();
      stop = new AbortController();
      document.body.replaceChildren(document.createElement("main"));
      for (const name of ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"]) addResult(name, `About ${name}.`);
      const items = [...document.querySelectorAll("article")];
      const snippets = items.map((item) => item.querySelector("p")!);
      for (const index of items.keys()) {
        const figures = document.createElement("div");
        figures.textContent = `${String(index + 10)} pages, ${String(2000 + index)}`;
        snippets[index]!.replaceWith(figures);
      }
      snippets[1]!.textContent = `Of lighthouses there is much to say. ${words}`;
      calls = 0;
      clock.mockImplementation(() => {
        calls++;
        if (calls === late) queueMicrotask(() => items.forEach((item, index) => item.append(snippets[index]!)));
        return calls * 100;
      });
      const session = await start(hiding("snippet:lighthouses"));
      if (calls < late) break;
      await expect.poll(() => session.report()).toMatchObject({ state: "ready", found: 5, hidden: 1 });
      expect(verdicts()).toEqual(["show", "hide", "show", "show", "show"]);
    }
    expect(late).toBeGreaterThan(10);
  });

  test("says that a page has no listing, and finds one that comes late", async () => {
    const items = [...document.querySelectorAll("article")];
    document.querySelector("main")!.replaceChildren();
    const session = await start();
    expect(session.report()).toMatchObject({ state: "empty", found: 0, recognition: null });
    document.querySelector("main")!.append(...items);
    await expect.poll(() => session.report()).toMatchObject({ state: "ready", found: 5 });
  });

  test("tells whenever its report may have changed", async () => {
    const session = await start();
    const before = session.onChange.mock.calls.length;
    session.applySettings(hiding("beta"));
    await expect.poll(() => session.onChange.mock.calls.length).toBe(before + 1);
    session.showHidden(true);
    expect(session.onChange.mock.calls.length).toBe(before + 2);
    expect(session.report().showingHidden).toBe(true);
  });

  test("hides for now what meets a condition that is tried, says why, and shows it again", async () => {
    const session = await start();
    await session.tryConditions(["title:beta", "title:gamma"]);
    expect(verdicts()).toEqual(["show", "hide", "hide", "show", "show"]);
    const tried = session.report();
    expect(tried).toMatchObject({ hidden: 2, tried: ["title:beta", "title:gamma"], resultsByFilter: { tried: 2 } });
    expect(tried.results[1]?.verdict.reasons).toMatchObject([
      { filter: "tried", condition: "title:beta", evidence: [{ kind: "text", text: "Beta" }], decisive: true },
    ]);
    await session.tryConditions([]);
    expect(verdicts()).toEqual(["show", "show", "show", "show", "show"]);
    expect(session.report()).toMatchObject({ hidden: 0, tried: [], hitsByList: { list: 5 } });
  });

  test("tells what is wrong with a condition that is tried, and goes by the others", async () => {
    const session = await start();
    await session.tryConditions(["pages<", "title:beta"]);
    expect(session.report()).toMatchObject({ hidden: 1, problems: [{ filter: "tried", column: 7 }] });
    await session.tryConditions([]);
    expect(session.report().problems).toEqual([]);
  });

  test("what is tried outlasts a change of the settings", async () => {
    const session = await start();
    await session.tryConditions(["title:beta"]);
    session.applySettings(hiding("title:gamma"));
    await expect.poll(verdicts).toEqual(["show", "hide", "hide", "show", "show"]);
  });

  test("the order of filters is there again after the page's own", async () => {
    offerArranger(createArranger);
    const raising = { ...settings, filters: [fakeFilter({ condition: "title:gamma", action: "raise" })] };
    const session = await start(raising);
    const first = (): string | null => document.querySelector("article h3")!.textContent;
    await expect.poll(first).toBe("Gamma");
    await session.sortResults(null);
    expect([first(), session.report().reordered]).toEqual(["Alpha", false]);
    await session.sortResults("filters");
    expect([first(), session.report().reordered]).toEqual(["Gamma", true]);
  });

  test("a page that moves one of its sorted results has its own order again, of all the others too", async () => {
    offerArranger(createArranger);
    const session = await start({ ...settings, lists: [fakeList({ lines: ["Gamma", "Epsilon"] })] });
    const titles = (): string => [...document.querySelectorAll("h3")].map((one) => one.textContent[0]).join("");
    await session.sortResults({ by: "hits", descending: true });
    expect(titles()).toBe("GEABD");
    const [, , , , delta] = document.querySelectorAll("article");
    document.querySelector("main")!.prepend(delta!);
    await expect.poll(titles).toBe("DABGE");
    expect(session.report()).toMatchObject({
      sortedBy: null,
      reordered: false,
      problems: [{ code: "reorder-overruled" }],
    });
    expect(
      session
        .report()
        .results.map(({ result }) => result.title[0])
        .join(""),
    ).toBe("DABGE");
    await session.sortResults({ by: "hits", descending: true });
    expect(titles()).toBe("GEDAB");
    await session.sortResults(null);
    expect(titles()).toBe("DABGE");
  });

  test("results stand in the page's own order in no frame while they are sorted and more come", async () => {
    offerArranger(createArranger);
    const session = await start({ ...settings, lists: [fakeList({ lines: ["harbours", "delta"] })] });
    await session.sortResults({ by: "hits", descending: true });
    const first = (): string | null => document.querySelector("article h3")!.textContent;
    expect(first()).toBe("Delta");
    // Every step of looking and judging is a slice of its own.
    let time = performance.now();
    const clock = vi.spyOn(performance, "now").mockImplementation(() => (time += 20));
    const firsts = new Set<string | null>();
    let isOver = false;
    const sample = (): void => {
      firsts.add(first());
      if (!isOver && !stop.signal.aborted) setImmediate(sample);
    };
    sample();
    addResult("Zeta", "About harbours, harbours, harbours and harbours in the delta.");
    await expect.poll(() => session.report().found).toBe(6);
    await expect.poll(first).toBe("Zeta");
    firsts.add(first());
    isOver = true;
    clock.mockRestore();
    expect([...firsts]).toEqual(["Delta", "Zeta"]);
  });

  test("shows a hidden result until the page goes", async () => {
    const session = await start(hiding("title:beta"));
    const [, beta] = session.report().results;
    session.revealResult(beta!.result.id);
    session.revealResult("no such result");
    expect(session.report().results.map(({ open }) => open)).toEqual([false, true, false, false, false]);
    expect(document.querySelectorAll("article")[1]?.getAttribute("data-winnow-open")).toBe("now");
    session.applySettings(hiding("title:beta OR title:gamma"));
    await expect.poll(verdicts).toEqual(["show", "hide", "hide", "show", "show"]);
    expect(session.report().results.map(({ open }) => open)).toEqual([false, true, false, false, false]);
  });

  test("reads what the page shows and hides, and looks at nothing for what is restyled elsewhere", async () => {
    // As browsers' own style sheets say it.
    document.head.innerHTML += "<style>[hidden] { display: none }</style>";
    for (const item of document.querySelectorAll("article")) {
      const more = document.createElement("p");
      more.hidden = true;
      more.textContent = `Of lighthouses there is much more to say. ${words}`;
      item.append(more);
    }
    const session = await start(hiding("lighthouses OR meta:lighthouses"));
    expect(verdicts()).toEqual(["show", "show", "show", "show", "show"]);
    const toggle = (item: Element): void => {
      for (const said of item.querySelectorAll("p")) said.hidden = !said.hidden;
    };
    const [first, second] = document.querySelectorAll("article");
    toggle(second!);
    await expect.poll(verdicts).toEqual(["show", "hide", "show", "show", "show"]);
    await expect.poll(() => session.report().hitsByList).toEqual({ list: 4 });
    toggle(second!);
    await expect.poll(verdicts).toEqual(["show", "show", "show", "show", "show"]);
    const told = session.onChange.mock.calls.length;
    first!.className = "seen";
    await expect.poll(() => session.onChange.mock.calls.length).toBeGreaterThan(told);
    const said = session.onChange.mock.calls.length;
    const aside = document.createElement("aside");
    aside.append(document.createElement("i"));
    document.body.append(aside);
    await expect.poll(() => session.onChange.mock.calls.length).toBeGreaterThan(said);
    document.querySelector("aside i")!.className = "spinning";
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(session.onChange.mock.calls.length).toBe(said + 1);
  });

  test("leaves the page as it was, byte for byte but for its state", async () => {
    document.documentElement.removeAttribute("data-winnow-state");
    const before = document.documentElement.outerHTML;
    await start({ ...hiding("beta"), painter: "mark" });
    expect(document.querySelectorAll("mark").length).toBe(5);
    stop.abort();
    document.documentElement.removeAttribute("data-winnow-state");
    expect(document.documentElement.outerHTML).toBe(before);
  });

  test("a recipe of the user's goes before what is found without", async () => {
    const data = {
      name: "Mine",
      pages: [
        {
          name: "All",
          matches: ["<all_urls>"],
          results: [{ root: "article:nth-child(-n+2)", url: "a", props: { title: "h3" } }],
        },
      ],
    };
    document.location.href = "https://library.example/";
    const session = await start();
    expect(session.report()).toMatchObject({ found: 5, recognition: { by: "detector" } });
    session.applySettings({ ...settings, recipes: [{ id: "mine", enabled: true, data }] });
    await expect.poll(() => session.report()).toMatchObject({ found: 2, recognition: { by: "recipe", name: "Mine" } });
    await expect.poll(() => document.querySelectorAll("[data-winnow-result]").length).toBe(2);
    session.applySettings({ ...settings, recipes: [{ id: "mine", enabled: false, data }] });
    await expect.poll(() => session.report().found).toBe(5);
    session.applySettings({ ...settings, recipes: [{ id: "mine", enabled: true, data: { name: "No recipe" } }] });
    await expect.poll(() => session.report().found).toBe(5);
  });

  test("one unreadable filter is ignored and the others work", async () => {
    const filters = [fakeFilter({ id: "bad", condition: "((" }), fakeFilter({ condition: "beta" })];
    expect((await start({ ...settings, filters })).report()).toMatchObject({
      hidden: 1,
      resultsByFilter: { filter: 1 },
    });
  });
});
