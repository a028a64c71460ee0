/** The style sheets that are ours in a page. */
export interface OwnStyle {
  /** Sets the sheets' texts, one for each sheet, and puts sheets back that the page dropped. */
  set(texts: readonly string[]): void;
  remove(): void;
}

/**
 * Adds style sheets to a page without adding elements, so that the page's markup stays as it is and no policy of the
 * page stands in the way. A sheet whose text is the same is left alone, which saves the browser the work. Best set
 * before the page has content: there is little to restyle then.
 */
export const addStyle = (page: Document): OwnStyle => {
  const sheets: CSSStyleSheet[] = [];
  let shown: readonly string[] = [];
  return {
    set: (texts) => {
      for (const [index, text] of texts.entries()) {
        if (text !== shown[index]) {
          const sheet = sheets[index] ?? new CSSStyleSheet();
          sheet.replaceSync(text);
          sheets[index] = sheet;
        }
      }
      shown = texts;
      const adopted = page.adoptedStyleSheets;
      const missing = sheets.filter((sheet) => !adopted.includes(sheet));
      if (missing.length > 0) {
        page.adoptedStyleSheets = [...adopted, ...missing];
      }
    },
    remove: () => {
      page.adoptedStyleSheets = page.adoptedStyleSheets.filter((sheet) => !sheets.includes(sheet));
    },
  };
};
