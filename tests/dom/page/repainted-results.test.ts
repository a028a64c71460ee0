import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Settings } from "@/model/settings.ts";
import { createPageSession, type PageSession } from "@/page/page-session.ts";
import { offerMarkPainter } from "@/painting/create-painter.ts";
import { createMarkPainter } from "@/painting/mark-painter.ts";
import { defaultSettings } from "@/settings/default-settings.ts";

import { broughtRules } from "../../support/brought-rules.ts";
import { fakeFilter, fakeList } from "../../support/fake-settings.ts";

offerMarkPainter(createMarkPainter);

let stop = new AbortController();

const words = "Ships were built along the northern coast for two hundred years and more";

const addResult = (name: string): Element => {
  const item = document.createElement("article");
  const link = document.createElement("a");
  link.href = `https://${name.toLowerCase()}.example/page`;
  link.textContent = `${name} of harbours`;
  const heading = document.createElement("h3");
  heading.append(link);
  const text = document.createElement("p");
  text.textContent = `About ${name}: harbours and boats. ${words}`;
  item.append(heading, text);
  document.querySelector("main")!.append(item);
  return item;
};

const lists = [fakeList({ id: "first", lines: ["harbours"] }), fakeList({ id: "second", lines: ["boats"] })];
const settings: Settings = { ...defaultSettings, lists, painter: "mark" };

const marks = (list: string): (string | null)[] =>
  [...document.querySelectorAll(`mark.winnow-hit[data-winnow-list="${list}"]`)].map(({ textContent }) => textContent);
const times = (word: string, count: number): string[] => Array.from({ length: count }, () => word);

const start = async (): Promise<PageSession> => {
  const session = createPageSession({
    document,
    settings,
    pageRules: broughtRules(),
    signal: stop.signal,
    onChange: () => undefined,
  });
  await expect.poll(() => marks("first").length).toBe(10);
  return session;
};
/** How many results have the address that the page gave them later. */
const seen = (session: PageSession): number =>
  session.report().results.filter(({ result }) => result.url?.endsWith("seen")).length;
const article = (index: number): Element => document.querySelectorAll("article")[index]!;

beforeEach(() => {
  stop = new AbortController();
  document.body.replaceChildren(document.createElement("main"));
  for (const name of ["Alpha", "Beta", "Gamma", "Delta", "Epsilon"]) addResult(name);
});
afterEach(() => stop.abort());

/** The settings change twice, so that everything is painted anew from what was read while marks were up. */
const repaint = async (session: PageSession): Promise<void> => {
  session.applySettings({ ...settings, filters: [fakeFilter({ condition: "title:gamma", action: "dim" })] });
  session.applySettings(settings);
  await expect.poll(() => session.report().dimmed).toBe(0);
};

describe("results that the page changes while mark.js has them painted", () => {
  test("a new address leaves their hits lit, now and when painted anew", async () => {
    const session = await start();
    for (const link of document.querySelectorAll("a")) link.href += "?seen";
    await expect.poll(() => seen(session)).toBe(5);
    expect(marks("first")).toEqual(times("harbours", 10));
    await repaint(session);
    expect(marks("first")).toEqual(times("harbours", 10));
    expect(marks("second")).toEqual(times("boats", 5));
  });

  test("added text is lit beside the old, now and when painted anew", async () => {
    const session = await start();
    for (const item of document.querySelectorAll("article p")) item.append(" More harbours.");
    await expect.poll(() => marks("first").length).toBe(15);
    await repaint(session);
    expect(marks("first")).toEqual(times("harbours", 15));
    expect(marks("second")).toEqual(times("boats", 5));
  });

  test("results added at the end leave the others lit", async () => {
    const session = await start();
    for (const name of ["Zeta", "Eta", "Theta"]) addResult(name);
    await expect.poll(() => session.report().found).toBe(8);
    await expect.poll(() => marks("first").length).toBe(16);
    await repaint(session);
    expect(marks("first")).toEqual(times("harbours", 16));
    expect(marks("second")).toEqual(times("boats", 8));
  });

  test("the hit walked to is found in them", async () => {
    const session = await start();
    article(0).querySelector("a")!.href += "?seen";
    await expect.poll(() => session.report().results[0]?.result.url).toContain("seen");
    expect(await session.walkHits(1, "second")).toMatchObject({ number: 1, of: 5 });
    expect(await session.walkHits(1, "second")).toMatchObject({ number: 2, of: 5 });
    await repaint(session);
    expect(marks("second")).toEqual(times("boats", 5));
  });

  test("switching off leaves the page's own nodes", async () => {
    const text = article(0).querySelector("p")!.firstChild!;
    const title = article(0).querySelector("a")!.firstChild!;
    const session = await start();
    article(0).querySelector("a")!.href += "?seen";
    article(0).querySelector("p")!.append(" More harbours.");
    await expect.poll(() => marks("first").length).toBe(11);
    await repaint(session);
    stop.abort();
    expect(document.querySelectorAll("mark").length).toBe(0);
    expect([...article(0).querySelector("p")!.childNodes]).toHaveLength(2);
    expect(article(0).querySelector("p")!.firstChild).toBe(text);
    expect([...article(0).querySelector("a")!.childNodes]).toEqual([title]);
  });

  test("words in a flex container are read as one text, though each mark is a box of its own there", async () => {
    for (const link of document.querySelectorAll("a")) {
      // What is known of how elements look is known by their classes.
      link.closest("article")!.className = "item";
      link.className = "row";
      link.style.display = "flex";
    }
    const session = await start();
    for (const link of document.querySelectorAll("a")) link.href += "?seen";
    await expect.poll(() => seen(session)).toBe(5);
    expect(session.report().results[0]?.result.title).toBe("Alpha of harbours");
    expect(await session.walkHits(1, "first")).toMatchObject({ number: 1, of: 10 });
    await repaint(session);
    expect(marks("first")).toEqual(times("harbours", 10));
  });
});
