import { browser } from "./browser.ts";
import { messageText } from "./message-text.ts";

/**
 * The language that the interface's texts are in, and the direction it is written in: the browser's own where there are
 * texts in it, with its region, and otherwise that of the texts the browser took instead.
 */
export const interfaceLanguage = (): { readonly language: string; readonly direction: string } => {
  const browsers = browser.i18n.getMessage("@@ui_locale").replaceAll("_", "-");
  const texts = messageText("extension.language");
  return primary(browsers) === primary(texts)
    ? { language: browsers, direction: browser.i18n.getMessage("@@bidi_dir") }
    : { language: texts, direction: "ltr" };
};

const primary = (language: string): string | undefined => language.split("-")[0];
