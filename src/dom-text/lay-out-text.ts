import type { TextSource } from "@/dom-text/text-sources.ts";

/** A source in its place in a field's text. */
export interface PlacedSource {
  readonly source: Text | Element;
  readonly start: number;
}

export interface LaidOutText {
  readonly text: string;
  readonly placed: readonly PlacedSource[];
}

const lineBreaks = /[\n\r\t\f]/g;
const blank = /^[ \n\r\t\f]*$/;

/** The text of a node as it stands in a field: of the same length, with '\n' kept free for boundaries. */
export const asRead = (data: string): string => data.replace(lineBreaks, " ");

/** Puts the sources' texts one after the other, with one '\n' wherever boundaries lie between two texts. */
export const layOutText = (sources: readonly TextSource[]): LaidOutText => {
  let text = "";
  const placed: PlacedSource[] = [];
  let atBoundary = true;
  for (const source of sources) {
    if (source === null) {
      atBoundary = true;
      continue;
    }
    const data = source.textContent ?? "";
    if (data === "" || (atBoundary && blank.test(data))) {
      continue;
    }
    if (atBoundary && text !== "") {
      text += "\n";
    }
    atBoundary = false;
    placed.push({ source, start: text.length });
    text += asRead(data);
  }
  return { text, placed };
};
