/** Calls back whenever an element of a page has brought a style sheet, until the signal is aborted: nothing else tells. */
export const onSheetLoaded = (page: Document, callback: () => void, signal: AbortSignal): void =>
  page.addEventListener(
    "load",
    ({ target }) => {
      if (target instanceof HTMLLinkElement || target instanceof HTMLStyleElement) callback();
    },
    { capture: true, signal },
  );
