/** A style sheet that is ours in a page or in a shadow root. */
export interface OwnStyle {
  /** Sets the sheet's text, and puts the sheet back where the page dropped it. */
  set(text: string): void;
  remove(): void;
}

/**
 * Adds a style sheet to a page without adding an element, so that the page's markup stays as it is and no policy
 * of the page stands in the way.
 */
export const addStyle = (scope: DocumentOrShadowRoot): OwnStyle => {
  const sheet = new CSSStyleSheet();
  let shown = "";
  return {
    set: (text) => {
      if (text !== shown) {
        sheet.replaceSync(text);
        shown = text;
      }
      if (!scope.adoptedStyleSheets.includes(sheet)) {
        scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
      }
    },
    remove: () => {
      scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((other) => other !== sheet);
      shown = "";
    },
  };
};
