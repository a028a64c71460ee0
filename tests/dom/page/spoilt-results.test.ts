import { afterEach, beforeEach, describe, expect, test } from "vitest";

import type { Settings } from "@/model/settings.ts";
import { createPageSession, type PageSession } from "@/page/page-session.ts";
import { offerMarkPainter } from "@/painting/create-painter.ts";
import { createMarkPainter } from "@/painting/mark-painter.ts";
import { defaultSettings } from "@/settings/default-settings.ts";

import { broughtRules } from "../../support/brought-rules.ts";
import { fakeFilter, fakeList } from "../../support/fake-settings.ts";

// happy-dom has no highlights, so the other painter is used here.
offerMarkPainter(createMarkPainter);

let stop = new AbortController();

const words = "ships were built along the northern coast for two hundred years and more";

const markupOf = (name: string): string =>
  `<article id="${name}"><h3><a href="https://${name}.example/page">The ${name}</a></h3>` +
  `<p>About ${name}: harbours of old, where ${words}</p></article>`;

const settings: Settings = {
  ...defaultSettings,
  lists: [fakeList({ lines: ["harbours"] })],
  painter: "mark",
  filters: [fakeFilter({ condition: "title:beta" })],
};

const find = (selector: string): Element => document.querySelector(selector)!;
const verdictOf = (name: string): string | null => find(`#${name}`).getAttribute("data-winnow-verdict");

const start = async (wanted = settings): Promise<PageSession> => {
  const session = createPageSession({
    document,
    settings: wanted,
    pageRules: broughtRules(),
    signal: stop.signal,
    onChange: () => undefined,
  });
  await expect.poll(() => document.querySelectorAll("mark.winnow-hit").length).toBe(5);
  return session;
};

beforeEach(() => {
  stop = new AbortController();
  document.body.innerHTML = `<nav></nav><main>${["alpha", "beta", "gamma", "delta", "epsilon"].map(markupOf).join("")}</main>`;
});
afterEach(() => stop.abort());

describe("a page that makes its results like others that it made itself", () => {
  /** Takes off what the page doesn't know, as frameworks do that compare what there is with what there should be. */
  const takeOff = (name: string): void => {
    for (const attribute of find(`#${name}`).getAttributeNames()) {
      if (attribute.startsWith("data-")) find(`#${name}`).removeAttribute(attribute);
    }
  };

  test("a hidden result stays hidden, with its text as it was and with another", async () => {
    await start();
    takeOff("beta");
    await expect.poll(() => verdictOf("beta")).toBe("hide");
    expect(find("#beta").getAttribute("data-winnow-result")).toBe("2");
    takeOff("beta");
    find("#beta p").append(" And more of it.");
    await expect.poll(() => verdictOf("beta")).toBe("hide");
  });

  test("a result that is no longer hidden is shown, whatever the page wrote on it", async () => {
    const session = await start();
    takeOff("beta");
    find("#alpha").setAttribute("data-winnow-verdict", "hide");
    await expect.poll(() => [verdictOf("alpha"), verdictOf("beta")]).toEqual(["show", "hide"]);
    takeOff("gamma");
    session.applySettings({ ...settings, filters: [] });
    await expect.poll(() => [verdictOf("beta"), verdictOf("gamma")]).toEqual(["show", "show"]);
  });
});

describe("a page that copies what Winnow put there", () => {
  const marks = (): number => document.querySelectorAll("mark").length;
  /** What is left after switching off, and what the page would hold without Winnow. */
  const switchedOff = (): string => {
    stop.abort();
    document.documentElement.removeAttribute("data-winnow-state");
    return document.body.innerHTML;
  };

  test("marks never stand in marks, and all go", async () => {
    const list = find("main");
    const written = list.innerHTML;
    const nodes = find("#alpha p").childNodes.length;
    await start();
    // As a page does that adds results at the end.
    // oxlint-disable-next-line no-unsanitized/property
    list.innerHTML += markupOf("zeta") + markupOf("eta");
    await expect.poll(() => document.querySelectorAll("[data-winnow-result]").length).toBe(7);
    await expect.poll(marks).toBe(7);
    expect(document.querySelectorAll("mark mark").length).toBe(0);
    expect(verdictOf("beta")).toBe("hide");
    expect(switchedOff()).toBe(`<nav></nav><main>${written}${markupOf("zeta")}${markupOf("eta")}</main>`);
    expect(find("#alpha p").childNodes.length).toBe(nodes);
  });

  test("a copy beside the listing is no result", async () => {
    await start();
    find("nav").append(find("main #beta").cloneNode(false));
    await expect.poll(() => find("nav").innerHTML).toBe('<article id="beta"></article>');
    expect(find("main #beta").getAttribute("data-winnow-verdict")).toBe("hide");
  });

  test("copies that were not seen yet go with the rest", async () => {
    const before = find("main").innerHTML;
    await start();
    find("nav").append(...find("main").cloneNode(true).childNodes, document.createElement("winnow-fold"));
    expect(switchedOff()).toBe(`<nav>${before}</nav><main>${before}</main>`);
  });
});
