/** The extension API, promise-based in every browser. No other file may import it from its package. */
export { browser } from "wxt/browser";
