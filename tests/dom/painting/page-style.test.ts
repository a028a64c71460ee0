import { afterEach, describe, expect, it, vi } from "vitest";

import { pageStyleText } from "@/painting/page-style-text.ts";
import { addStyle } from "@/painting/page-style.ts";
import { readPageTone, watchPageTone } from "@/painting/page-tone.ts";
import { setState } from "@/painting/set-state.ts";

afterEach(() => {
  document.adoptedStyleSheets = [];
  document.documentElement.removeAttribute("style");
});

const state = { tone: "light", lists: [{ id: 'a"b\\', color: 3 }], showHidden: false, keepsColumns: false } as const;

describe("the page's style sheets", () => {
  it("stand beside the page's own, and go without a trace", () => {
    const own = new CSSStyleSheet();
    document.adoptedStyleSheets = [own];
    const before = document.documentElement.outerHTML;
    const style = addStyle(document);
    style.set(pageStyleText(state));
    expect(document.adoptedStyleSheets.length).toBeGreaterThan(1);
    expect(document.documentElement.outerHTML).toBe(before);
    style.remove();
    expect(document.adoptedStyleSheets).toStrictEqual([own]);
  });

  it("come back when the page dropped them, each once", () => {
    const style = addStyle(document);
    style.set(pageStyleText(state));
    const all = document.adoptedStyleSheets.length;
    document.adoptedStyleSheets = [];
    style.set(pageStyleText(state));
    style.set(pageStyleText({ ...state, showHidden: true }));
    expect(document.adoptedStyleSheets.length).toBe(all);
  });

  it("reach into the shadow trees of elements, and leave them with the page", () => {
    const host = document.body.appendChild(document.createElement("x-list"));
    const tree = host.attachShadow({ mode: "open" });
    const inner = tree.appendChild(document.createElement("p"));
    const style = addStyle(document);
    style.set(pageStyleText(state));
    style.reach([inner]);
    style.reach([host]);
    expect(tree.adoptedStyleSheets).toStrictEqual([...document.adoptedStyleSheets]);
    tree.adoptedStyleSheets = [];
    style.set(pageStyleText({ ...state, showHidden: true }));
    expect(tree.adoptedStyleSheets).toStrictEqual([...document.adoptedStyleSheets]);
    style.remove();
    expect(tree.adoptedStyleSheets).toStrictEqual([]);
    host.remove();
  });

  it("change only where their state does", () => {
    const [highlights, verdicts, marks] = pageStyleText(state);
    const revealed = pageStyleText({ ...state, showHidden: true });
    expect([revealed[0] === highlights, revealed[1] === verdicts, revealed[2] === marks]).toStrictEqual([
      true,
      false,
      true,
    ]);
    const other = pageStyleText({ ...state, lists: [] });
    expect([other[0] === highlights, other[1] === verdicts, other[2] === marks]).toStrictEqual([true, true, false]);
  });
});

describe("the page's tone", () => {
  const toneOf = (html: string): string => {
    document.body.innerHTML = html;
    const result = document.querySelector("#result");
    if (result === null) {
      throw new Error("No result");
    }
    return readPageTone(result);
  };

  it.each([
    ["a page that says nothing", `<p id="result">x</p>`, "light"],
    ["a light card", `<p id="result" style="background-color: rgb(250, 250, 250)">x</p>`, "light"],
    ["a dark card", `<p id="result" style="background-color: rgb(20, 20, 30)">x</p>`, "dark"],
    [
      "a dark page behind a card that lets it through",
      `<div style="background-color: rgb(0, 0, 0)"><p id="result" style="background-color: rgba(255, 255, 255, 0.1)">x</p></div>`,
      "dark",
    ],
    [
      "a light card on a dark page",
      `<div style="background-color: rgb(0, 0, 0)"><p id="result" style="background-color: rgb(255, 255, 255)">x</p></div>`,
      "light",
    ],
    ["light text on nothing that could be told", `<p id="result" style="color: rgb(230, 230, 230)">x</p>`, "dark"],
  ])("%s", (_, html, tone) => {
    expect(toneOf(html)).toBe(tone);
  });

  it("is told to be another where something around the result is switched, and not where the page scrolls", async () => {
    document.body.innerHTML = `<div id="app"><ul data-winnow-part="1"><li id="result">x</li></ul></div><div id="beside"></div>`;
    const find = (id: string): HTMLElement => document.querySelector<HTMLElement>(`#${id}`)!;
    const heard = vi.fn<() => void>();
    const stop = watchPageTone(document, find("result"), heard);
    const frames = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 60));
    find("app").style.transform = "translateY(10px)";
    find("app").firstElementChild?.setAttribute("data-winnow-part", "2");
    find("beside").className = "dark";
    await frames();
    expect(heard).not.toHaveBeenCalled();
    find("app").className = "dark";
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(1));
    stop();
    find("app").className = "light";
    await frames();
    expect(heard).toHaveBeenCalledTimes(1);
  });
});

describe("the page's state", () => {
  it("stands on the root element, and goes again", () => {
    const before = document.documentElement.outerHTML;
    setState(document, "scanning");
    setState(document, "ready");
    expect(document.documentElement.getAttribute("data-winnow-state")).toBe("ready");
    setState(document, null);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
