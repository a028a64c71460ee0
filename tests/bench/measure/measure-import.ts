import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { BenchBrowser, OwnPage } from "../browser/bench-browser.ts";
import type { Outcome } from "./outcome.ts";

/** Milliseconds that no task may take. */
const longestTask = 100;

const place = "#import";
const paste = `${place} textarea`;
const chooser = `${place} input[type=file]`;
const apply = `${place} .import-preview .button-strong`;

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");
const rulesText = (count: number, from: number): string =>
  `---\nname: Spam\n---\n${lines(count, (index) => `*://*.spam-${index + from}.example/*`)}`;
const wordsText = (count: number): string => lines(count, (index) => `keyword number ${index}`);

/** Runs in the page: waits until nothing was drawn or stored for a while, the other side of what was set off. */
const untilRested = async (): Promise<void> => {
  await new Promise((done) => setTimeout(done, 3000));
};

/** Runs in the page: writes an export without leaving a file behind. */
const exportAs = async (format: string): Promise<void> => {
  HTMLAnchorElement.prototype.click = () => void (document.documentElement.dataset["saved"] = format);
  const select = [...document.querySelectorAll("select")].find((one) =>
    [...one.options].some(({ value }) => value === "goggle"),
  );
  if (!select) throw new Error("There is no choice of what to export.");
  select.value = format;
  select.dispatchEvent(new Event("change", { bubbles: true }));
  select.closest(".card")?.querySelector("button")?.click();
  while (document.documentElement.dataset["saved"] !== format) await new Promise((done) => setTimeout(done, 50));
};

const importIt = async (page: OwnPage): Promise<void> => {
  await page.click(apply);
  await page.waitFor(".undo-bar");
  await page.evaluate(untilRested);
};

/**
 * The settings page while lists come and go: the longest task of each step, of the page's main thread's own time, with
 * everything that the browser does in it.
 */
export const measureImport = async (browser: BenchBrowser, rules: number, words: number): Promise<Outcome> => {
  const folder = mkdtempSync(join(tmpdir(), "winnow-import-"));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const page = await browser.openOwnPage("options.html#backup");
  const rows: (readonly [string, number])[] = [];
  if (page === null) return outcomeOf(rows);
  const step = async (name: string, run: () => Promise<unknown>): Promise<void> => {
    rows.push([name, (await page.longestTask(run)) ?? 0]);
  };
  try {
    await page.waitFor(paste);
    await step(`${rules} rules pasted`, async () => {
      await page.paste(paste, rulesText(rules, 0));
      await page.waitFor(apply);
    });
    await step("… and imported", () => importIt(page));
    await step(`${rules} rules from a file, half of them new, to be added`, async () => {
      await page.chooseFile(chooser, file("again.txt", rulesText(rules, rules / 2)));
      await page.waitFor(apply);
    });
    await step("… and imported", () => importIt(page));
    for (const format of ["winnow", "ublacklist", "goggle", "domains"]) {
      await step(`exported as ${format}`, () => page.evaluate(exportAs, format));
    }
    await step(`${words} keywords pasted`, async () => {
      await page.paste(paste, wordsText(words));
      await page.waitFor(apply);
    });
    await step("… and imported", () => importIt(page));
    await step("a key typed in their list", async () => {
      await page.evaluate(() => {
        const field = document.querySelector<HTMLTextAreaElement>(".line-editor textarea");
        field?.focus();
        document.execCommand("insertText", false, "a");
      });
      await page.evaluate(untilRested);
    });
  } finally {
    await page.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return outcomeOf(rows);
};

const outcomeOf = (rows: readonly (readonly [string, number])[]): Outcome => ({
  name: "Import and export on the settings page",
  heads: ["step", "longest task"],
  rows: rows.map(([name, longest]) => [name, longest.toFixed(0)]),
  bars: [
    {
      measure: "longest task of importing and exporting",
      value: rows.length === 0 ? null : Math.max(...rows.map(([, longest]) => longest)),
      unit: "ms",
      bar: longestTask,
      direction: "at most",
    },
  ],
  data: rows,
});
