import type { browser as packaged } from "wxt/browser";

const names = globalThis as unknown as { readonly browser: typeof packaged; readonly chrome: typeof packaged };

/**
 * The extension API in place of what WXT's package makes of it. That takes `browser` for the API wherever it looks like
 * it, and in Chromium an element of the page may: `<form id="browser">` with a field `runtime`. The names that are
 * asked here are the browsers' own, which no page can take.
 */
export const browser = import.meta.env.FIREFOX ? names.browser : names.chrome;
