/** So many names make one sentence; of thousands a reader needs no more than a few and their number. */
const mostNamed = 8;

/** The first of many names, and how many more there are. */
export const nameSome = (names: readonly string[]): string =>
  names.length <= mostNamed
    ? names.join(", ")
    : `${names.slice(0, mostNamed).join(", ")}, … (+${names.length - mostNamed})`;
