import { afterEach, expect, test } from "vitest";

import { startOptions } from "@/ui/options/start-options.tsx";

import { fakeList } from "../../support/fake-settings.ts";
import { close, control, eventually, fakeSurroundings, open, storedSettings, type } from "./extension-page.ts";

const body = (): string => document.body.textContent ?? "";
const field = (): HTMLTextAreaElement => control("textarea", "Keywords of “Long”, one a line");
const words = (count: number, name = "word"): string[] =>
  Array.from({ length: count }, (_, index) => `${name} ${index}`);
const storedLines = async (): Promise<readonly string[]> => (await storedSettings()).lists[0]?.lines ?? [];

const paste = (into: HTMLElement, text: string): boolean => {
  const event = new Event("paste", { bubbles: true, cancelable: true });
  Object.assign(event, { clipboardData: { getData: () => text } });
  return into.dispatchEvent(event);
};
const openWith = async (lines: readonly string[]): Promise<void> => {
  await fakeSurroundings({ lists: [fakeList({ id: "long", name: "Long", lines })] });
  await open(startOptions);
};
afterEach(close);

test("of a long list a part is in the field, and what is typed there changes that part alone", async () => {
  const lines = words(2500);
  await openWith(lines);
  expect(field().value.split("\n")).toEqual(lines.slice(0, 1000));
  control("button", "Lines after these").click();
  await eventually(() => expect(body()).toContain("Lines 1,001 to 2,000 of 2,500"));
  expect(document.querySelector(".editor-number")?.textContent).toBe("1001");
  type(field(), ["new", "(", ...lines.slice(1001, 2000)].join("\n"));
  const expected = [...lines.slice(0, 1000), "new", "(", ...lines.slice(1001)];
  await eventually(async () => expect(await storedLines()).toEqual(expected));
  // The part grows with what is typed, so that nothing moves under the fingers.
  expect(field().value.split("\n")).toEqual(expected.slice(1000, 2001));
  control("button", "Lines after these").click();
  await eventually(() => expect(field().value.split("\n")).toEqual(expected.slice(2000)));
  expect(control("button", "Lines after these").disabled).toBe(true);
});

test("a line is found by its words, from part to part and round again", async () => {
  await openWith(words(2500));
  const search = control("input", "Find a line");
  const find = async (sought: string, line: string): Promise<void> => {
    type(search, sought);
    search.form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
    await eventually(() => expect(field().value.slice(field().selectionStart, field().selectionEnd)).toBe(line));
    expect(document.activeElement).toBe(field());
  };
  await find("WORD 2222", "word 2222");
  expect(body()).toContain("Lines 2,001 to 2,500 of 2,500");
  await find("word 7", "word 7");
  type(search, "nowhere");
  search.form?.dispatchEvent(new Event("submit", { bubbles: true, cancelable: true }));
  await eventually(() => expect(search.getAttribute("aria-invalid")).toBe("true"));
});

test("many lines that are pasted into a list go around the field", async () => {
  await openWith(["first", "last"]);
  field().setSelectionRange(6, 6);
  expect(paste(field(), "few\nlines\n")).toBe(true);
  expect(paste(field(), `${words(3000).join("\r\n")}\r\n`)).toBe(false);
  await eventually(async () => expect(await storedLines()).toEqual(["first", ...words(3000), "last"]));
  expect(field().value.split("\n").length).toBeLessThanOrEqual(1500);
});

test("a long text that is pasted to be imported is read at once, and a short one can be seen first", async () => {
  await openWith(["first"]);
  const place = control("textarea", "Or paste the text here");
  expect(paste(place, "*://*.example.com/*")).toBe(true);
  expect(body()).not.toContain("Pasted text");
  expect(
    paste(
      place,
      words(3000)
        .map((_, index) => `*://*.spam-${index}.example/*`)
        .join("\n"),
    ),
  ).toBe(false);
  await eventually(() => expect(body()).toContain("Rules: 3000 new"));
});
