import { readFileSync } from "node:fs";
import { join } from "node:path";

import type { DetachedWindowAPI } from "happy-dom";

import { createScanner, type Scanner, type ScannerOptions } from "@/detection/scan-page.ts";
import { builtInRecipes } from "@/recipes/built-in.ts";

declare global {
  interface Window {
    readonly happyDOM: DetachedWindowAPI;
  }
}

/** Puts markup in the place of the test's document. */
export const showMarkup = (markup: string): void => {
  document.open();
  document.write(markup);
  document.close();
};

/** Puts one of the pages beside this file in the place of the test's document. */
export const showPage = (name: string): void => {
  showMarkup(readFileSync(join(import.meta.dirname, "pages", `${name}.html`), "utf8"));
};

/** A scanner of the test's document, as if it stood at an address. */
export const scannerAt = (address: string, options: Partial<ScannerOptions> = {}): Scanner => {
  window.happyDOM.setURL(address);
  return createScanner({
    document,
    currentUrl: () => address,
    recipes: builtInRecipes,
    useRecipes: true,
    now: () => Date.UTC(2026, 10, 1),
    userAgent: "desktop",
    ...options,
  });
};
