/** Elements whose text nobody reads. */
const silent = "script, style, noscript, template";

/** The text of an element without that of scripts and styles, white space folded. */
export const readableText = (element: Element): string => {
  let text = element.textContent ?? "";
  for (const hidden of element.querySelectorAll(silent)) text = text.replace(hidden.textContent ?? "", " ");
  return text.replaceAll(/\s+/gu, " ").trim();
};

/** From here on lie scripts in which one character says about as much as two letters elsewhere. */
const wide = /[\u2e80-\uffff]/gu;

/** How much a text says: its characters without white space, ideographs and kana twice. */
export const weightOf = (text: string): number => text.replaceAll(/\s+/gu, "").length + (text.match(wide)?.length ?? 0);
