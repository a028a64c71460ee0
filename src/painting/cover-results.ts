import { pageNames } from "@/painting/page-names.ts";

/**
 * Milliseconds that a result waits for its verdict at most: long enough for settings to be read and for the rest of a
 * result to arrive, and short enough to be taken for the page's own slowness.
 */
const longestWait = 750;

const { verdict } = pageNames;

/** What stands for a result that has a verdict, stands inside of one that has, or only wraps some that have. */
const judged = `[${verdict}], [${verdict}] *, :has([${verdict}])`;

const ruleFor = (selector: string): string =>
  CSS.supports(`selector(:is(${selector}))`)
    ? `:is(${selector}):not(${judged}):not(#winnow#winnow#winnow) { animation: winnow-cover ${longestWait}ms !important; }`
    : "";

/**
 * Keeps results from being seen before they are judged, while the page arrives. Each shows after a short while by
 * itself, because the style is an animation that ends, whatever becomes of the script.
 *
 * @param selectors which elements may be results
 * @returns takes the cover away
 */
export const coverResults = (page: Document, selectors: readonly string[]): (() => void) => {
  if (selectors.length === 0) return () => undefined;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    ["@keyframes winnow-cover { from, to { visibility: hidden; opacity: 0; } }", ...selectors.map(ruleFor)].join("\n"),
  );
  page.adoptedStyleSheets = [...page.adoptedStyleSheets, sheet];
  return () => {
    if (!page.adoptedStyleSheets.includes(sheet)) {
      return;
    }
    page.adoptedStyleSheets = page.adoptedStyleSheets.filter((one) => one !== sheet);
  };
};
