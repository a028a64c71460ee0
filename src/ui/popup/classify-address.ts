/** Whether an extension may ever run on a page, and where. */
export type AddressKind =
  /** A page that extensions can be allowed on. */
  | { readonly kind: "web"; readonly host: string; readonly origin: string }
  /** A web page on which browsers let no extension run. */
  | { readonly kind: "protected" }
  /** A page of the browser's own, a file, an extension. */
  | { readonly kind: "not-web" }
  /** The browser doesn't tell us the address. */
  | { readonly kind: "unknown" };

/**
 * Hosts on which no extension may run: Chrome's and Edge's stores, and Firefox's default of the setting
 * `extensions.webextensions.restrictedDomains`.
 */
const protectedHosts = new Set([
  "chromewebstore.google.com",
  "microsoftedge.microsoft.com",
  "accounts-static.cdn.mozilla.net",
  "accounts.firefox.com",
  "addons.cdn.mozilla.net",
  "addons.mozilla.org",
  "api.accounts.firefox.com",
  "content.cdn.mozilla.net",
  "discovery.addons.mozilla.org",
  "oauth.accounts.firefox.com",
  "profile.accounts.firefox.com",
  "support.mozilla.org",
  "sync.services.mozilla.com",
]);

export function classifyAddress(url: string | null): AddressKind {
  if (url === null || url === "") return { kind: "unknown" };
  const { hostname, protocol } = new URL(url);
  if (!["http:", "https:"].includes(protocol)) return { kind: "not-web" };
  if (protectedHosts.has(hostname)) return { kind: "protected" };
  return { kind: "web", host: hostname, origin: `${protocol}//${hostname}` };
}
