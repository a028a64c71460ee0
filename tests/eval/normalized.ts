/** A text as titles are compared: NFKC, zero-width characters dropped, white space folded. */
export const normalized = (text: string): string =>
  text
    .normalize("NFKC")
    .replaceAll(/[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/gu, "")
    .replaceAll(/\s+/gu, " ")
    .trim();

/** The same without any white space, since captures differ in the white space between elements. */
export const squeezed = (text: string): string => normalized(text).replaceAll(" ", "");
