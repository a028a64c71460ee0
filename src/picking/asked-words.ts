const fields = 'input[type="search" i], input[type="text" i], input:not([type])';

/** What stands in the page's fields and in the query of its address: words that pages alike differ in. */
export const askedWords = (document: Document): readonly string[] => [
  ...[...document.querySelectorAll<HTMLInputElement>(fields)].map(({ value }) => value),
  // Firefox lets a content script iterate over the pairs, but not over `values()`.
  ...[...new URL(document.URL).searchParams].map(([, value]) => value),
];
