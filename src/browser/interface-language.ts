import { browser } from "./browser.ts";

/** The language the browser shows its own interface in, and the direction it is written in. */
export const interfaceLanguage = (): { readonly language: string; readonly direction: string } => ({
  language: browser.i18n.getMessage("@@ui_locale").replaceAll("_", "-"),
  direction: browser.i18n.getMessage("@@bidi_dir"),
});
