/**
 * The extension API as each browser has it: all of them give promises. No other file may import it from its package.
 */
export { browser } from "wxt/browser";
