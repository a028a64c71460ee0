/** Words in a path after which comes what was asked or which page it is. */
const askingWords = new Set(
  "search s find suche recherche buscar busca cerca zoeken szukaj sok q query results tag tags category c topic topics browse page p".split(
    " ",
  ),
);

/** Segments longer than this, or of more words, are titles or ids. */
const longestFixed = 24;
const mostDashes = 2;

const decoded = (segment: string): string => {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
};

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[\s+_-]+/gu, " ")
    .trim();

/** Whether a segment of a path will be another one on the next page of the same sort. */
const isVariable = (segment: string, asked: ReadonlySet<string>): boolean => {
  const text = decoded(segment);
  return (
    /\d{3,}|^\d+$|[^\u0021-\u007e]|[+,;=&*]/u.test(text) ||
    text.length > longestFixed ||
    text.split("-").length - 1 > mostDashes ||
    asked.has(folded(text))
  );
};

/** The part of a path that pages of the same sort have in common. */
const commonPath = (path: string, asked: ReadonlySet<string>): string => {
  const segments = path.split("/").slice(1);
  const fixed = segments.findIndex(
    (segment, place) => isVariable(segment, asked) || askingWords.has((segments[place - 1] ?? "").toLowerCase()),
  );
  return fixed < 0
    ? path
    : `/${segments
        .slice(0, fixed)
        .map((segment) => `${segment}/`)
        .join("")}`;
};

/** The match pattern of a whole site. */
export const siteMatch = ({ hostname }: URL): string => `*://${hostname}/*`;

/**
 * The match pattern of the pages that are like one: its host, and its path as far as that does not tell what was asked.
 *
 * @param asked what stands in the page's search fields
 */
export const pageMatch = (address: URL, asked: readonly string[]): string =>
  `*://${address.hostname}${commonPath(address.pathname, new Set(asked.map(folded).filter((text) => text !== "")))}*`;
