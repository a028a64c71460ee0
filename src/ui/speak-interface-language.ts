import { interfaceLanguage } from "@/browser/interface-language.ts";

/** Marks a page of ours with the language and direction its texts are in. */
export function speakInterfaceLanguage(root: HTMLElement): void {
  const { language, direction } = interfaceLanguage();
  root.lang = language;
  root.dir = direction;
}
