/**
 * An address that reads the same before and after the browser has resolved it: a host of ASCII letters, digits and
 * hyphens whose last label is a name, no port, no credentials, and a path of signs that are never rewritten. Most links
 * of most results are such.
 */
const settled = /^https?:\/\/((?:[a-z\d-]+\.)*[a-z][a-z\d-]*)\/[\w\-./?=&%~+:,;@!*()$]*$/;

/** What makes such an address another one after all: steps in the path, and names that stand for other letters. */
const unsettled = /\/(?:\.|%2e)|xn--/i;

const isSettled = (address: string): boolean => settled.test(address) && !unsettled.test(address);

/** The absolute address a link leads to; null where it only runs a script, stays on the page or cannot be read. */
export const linkAddress = (link: Element | null): string | null => {
  const written = link?.getAttribute("href") ?? "";
  if (isSettled(written)) return written;
  if (link === null || /^\s*(?:#|$)/.test(written)) return null;
  const { href } = link as HTMLAnchorElement;
  return typeof href === "string" && /^https?:/.test(href) && URL.canParse(href) ? href : null;
};

/** The host of an absolute address, in lower case. */
export const hostOf = (address: string): string =>
  (isSettled(address) && settled.exec(address)?.[1]) || new URL(address).hostname;
