/** Below this code unit nothing joins with a neighbour, but for a line's end of two characters. */
const firstJoining = 0x300;
const carriageReturn = 13;
const firstIdeograph = 0x3400;
const lastIdeograph = 0x9fff;

const standsAlone = (code: number): boolean =>
  (code < firstJoining && code !== carriageReturn) || (code >= firstIdeograph && code <= lastIdeograph);

let segmenter: Intl.Segmenter | undefined;

/** Whether a reader would see one character end and another begin at `index`, as Unicode's grapheme clusters say. */
export const isGraphemeBoundary = (text: string, index: number): boolean => {
  if (index <= 0 || index >= text.length) return true;
  if (standsAlone(text.charCodeAt(index - 1)) && standsAlone(text.charCodeAt(index))) return true;
  segmenter ??= new Intl.Segmenter(undefined, { granularity: "grapheme" });
  return segmenter.segment(text).containing(index)?.index === index;
};
