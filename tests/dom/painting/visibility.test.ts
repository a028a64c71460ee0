import fc from "fast-check";
import { beforeEach, describe, expect, it, vi } from "vitest";

import { visibilities } from "@/model/verdict.ts";
import { createVerdictPainter } from "@/painting/visibility.ts";
import type { VerdictTarget } from "@/painting/visibility.ts";

const find = (selector: string): Element => {
  const element = document.querySelector(selector);
  if (element === null) {
    throw new Error(`No ${selector}`);
  }
  return element;
};

const target = (root: Element, more: Partial<VerdictTarget> = {}): VerdictTarget => ({
  root,
  parts: [],
  position: 1,
  visibility: "show",
  mark: null,
  hitCount: 0,
  foldText: "Folded",
  ...more,
});

/** What stands of Winnow's attributes on an element. */
const attributes = (selector: string): Record<string, string> =>
  Object.fromEntries(
    [...find(selector).attributes]
      .filter(({ name }) => name.startsWith("data-winnow-"))
      .map(({ name, value }) => [name.slice("data-winnow-".length), value]),
  );

beforeEach(() => {
  document.body.innerHTML = `<ul><li id="one" class="">One</li> <li id="two" style="">Two</li></ul>
    <table><tbody><tr id="row"><td>a</td><td colspan="2">b</td></tr><tr id="more"><td colspan="3">c</td></tr></tbody></table>`;
});

describe("showing verdicts", () => {
  it("says position, verdict, colour and hits on the root", () => {
    const verdicts = createVerdictPainter();
    verdicts.show([
      target(find("#one")),
      target(find("#two"), { position: 2, visibility: "dim", mark: 5, hitCount: 7 }),
    ]);
    expect(attributes("#one")).toStrictEqual({ result: "1", verdict: "show" });
    expect(attributes("#two")).toStrictEqual({ result: "2", verdict: "dim", mark: "5", hits: "7" });
  });

  it("says the same on further parts, in one attribute", () => {
    const verdicts = createVerdictPainter();
    const row = target(find("#row"), { parts: [find("#more")], position: 3, visibility: "hide", mark: 2 });
    verdicts.show([row]);
    expect(attributes("#more")).toStrictEqual({ part: "3 hide mark-2" });
    verdicts.reveal(row.root);
    expect(attributes("#row")).toStrictEqual({ result: "3", verdict: "hide", mark: "2", open: "now" });
    expect(attributes("#more")).toStrictEqual({ part: "3 hide mark-2 open open-now" });
    verdicts.show([{ ...row, parts: [], visibility: "show" }]);
    expect(attributes("#row")).toStrictEqual({ result: "3", verdict: "show", mark: "2", open: "now" });
    expect(attributes("#more")).toStrictEqual({});
  });

  it("puts a line before a folded result, and takes it away when it is no longer folded", () => {
    const verdicts = createVerdictPainter();
    verdicts.show([target(find("#two"), { visibility: "fold" })]);
    const fold = find("#two").previousElementSibling;
    expect(fold?.localName).toBe("winnow-fold");
    expect(fold?.getAttribute("role")).toBe("listitem");
    expect(fold?.shadowRoot).toBeNull();
    verdicts.show([target(find("#two"), { visibility: "fold" })]);
    expect(document.querySelectorAll("winnow-fold").length).toBe(1);
    verdicts.show([target(find("#two"))]);
    expect(document.querySelector("winnow-fold")).toBeNull();
  });

  it("keeps what was revealed open whatever becomes of it, and has it stand out for a moment", () => {
    vi.useFakeTimers();
    const verdicts = createVerdictPainter();
    const folded = target(find("#one"), { visibility: "fold" });
    verdicts.show([folded]);
    verdicts.reveal(folded.root);
    expect(attributes("#one")).toStrictEqual({ result: "1", verdict: "fold", open: "now" });
    expect(verdicts.isOpen(folded.root)).toBe(true);
    vi.runAllTimers();
    verdicts.show([{ ...folded, position: 4 }]);
    expect(attributes("#one")).toStrictEqual({ result: "4", verdict: "fold", open: "" });
    verdicts.show([target(folded.root)]);
    expect(attributes("#one")).toStrictEqual({ result: "1", verdict: "show" });
    verdicts.show([{ ...folded, visibility: "hide" }]);
    expect(attributes("#one")).toStrictEqual({ result: "1", verdict: "hide", open: "" });
    verdicts.forget([folded.root]);
    expect(attributes("#one")).toStrictEqual({});
    vi.useRealTimers();
  });

  it("leaves nothing behind of what is forgotten while it stands out", () => {
    vi.useFakeTimers();
    const verdicts = createVerdictPainter();
    verdicts.show([target(find("#one"))]);
    verdicts.reveal(find("#one"));
    verdicts.clear();
    vi.runAllTimers();
    expect(attributes("#one")).toStrictEqual({});
    vi.useRealTimers();
  });

  it("writes nothing where nothing changed", async () => {
    const verdicts = createVerdictPainter();
    const all = [target(find("#one"), { visibility: "fold" }), target(find("#row"), { parts: [find("#more")] })];
    verdicts.show(all);
    const observer = new MutationObserver(() => {});
    observer.observe(document.body, { attributes: true, childList: true, characterData: true, subtree: true });
    verdicts.show(all);
    expect(observer.takeRecords()).toStrictEqual([]);
    observer.disconnect();
  });

  it("shows anew by what stands on the element, whatever was written last", () => {
    const verdicts = createVerdictPainter();
    const shown = target(find("#row"), { parts: [find("#more")], visibility: "hide" });
    verdicts.show([shown]);
    const before = document.body.innerHTML;
    const spoil = (): void => {
      find("#row").removeAttribute("data-winnow-verdict");
      find("#row").setAttribute("data-winnow-hits", "7");
      find("#more").removeAttribute("data-winnow-part");
    };
    spoil();
    verdicts.show([shown]);
    expect(document.body.innerHTML).toBe(before);
    spoil();
    verdicts.repair([find("#row"), find("#more"), find("#one")]);
    expect(document.body.innerHTML).toBe(before);
  });

  it("puts back a line that was taken away, and has copies say what is so of them", () => {
    const verdicts = createVerdictPainter();
    verdicts.show([target(find("#one"), { visibility: "fold", hitCount: 3, mark: 2 })]);
    const before = document.body.innerHTML;
    const line = find("winnow-fold");
    line.remove();
    verdicts.repair([line]);
    expect(document.body.innerHTML).toBe(before);
    const copy = find("#one").cloneNode(true) as Element;
    copy.id = "copy";
    find("ul").append(copy);
    verdicts.show([target(copy, { position: 3 })]);
    expect(attributes("#copy")).toStrictEqual({ result: "3", verdict: "show" });
  });

  it("forgets results one by one", () => {
    const verdicts = createVerdictPainter();
    verdicts.show([target(find("#one"), { visibility: "fold" }), target(find("#two"))]);
    verdicts.forget([find("#one")]);
    expect([attributes("#one"), attributes("#two")]).toStrictEqual([{}, { result: "1", verdict: "show" }]);
    expect(document.querySelector("winnow-fold")).toBeNull();
  });

  it("leaves the page byte for byte as it was, whatever was shown", () => {
    const before = document.documentElement.outerHTML;
    const verdict = fc.record({
      visibility: fc.constantFrom(...visibilities),
      mark: fc.option(fc.integer({ min: 1, max: 12 })),
      hitCount: fc.nat(3),
      position: fc.integer({ min: 1, max: 9 }),
      open: fc.boolean(),
      which: fc.constantFrom("#one", "#two", "#row"),
    });
    fc.assert(
      fc.property(fc.array(verdict, { maxLength: 12 }), (shown) => {
        const verdicts = createVerdictPainter();
        for (const { which, open, ...more } of shown) {
          const parts = which === "#row" ? [find("#more")] : [];
          verdicts.show([target(find(which), { ...more, parts })]);
          if (open) verdicts.reveal(find(which));
        }
        verdicts.clear();
        expect(document.documentElement.outerHTML).toBe(before);
      }),
    );
  });
});
