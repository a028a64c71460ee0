import { readFieldTexts } from "@/dom-text/read-field-texts.ts";
import type { FieldPlaces } from "@/dom-text/read-field-texts.ts";
import type { Hit } from "@/model/hit.ts";
import { textFieldNames } from "@/model/result.ts";
import type { PaintedList, PaintTarget } from "@/painting/painter.ts";

export const lists: readonly PaintedList[] = [
  { id: "needles", color: 1 },
  { id: "hay", color: 2 },
  { id: "short", color: 3 },
];

const words: Readonly<Record<string, string>> = { needles: "needle", hay: "hay", short: "need" };

/** A result as it stands on the page, with a hit for every occurrence of every list's word. */
export const targetOf = (places: FieldPlaces): PaintTarget => {
  const fields = readFieldTexts(places);
  const hits: Hit[] = [];
  for (const [list, word] of Object.entries(words)) {
    for (const field of textFieldNames) {
      const { text } = fields[field];
      for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
        hits.push({ list, line: 0, field, span: { start, end: start + word.length } });
      }
    }
  }
  return { root: places.root, parts: places.parts, fields, hits };
};

/** Puts results on the page: an article each, whose `h3` is the title and whose `p` are snippets. */
export const buildTargets = (...contents: readonly string[]): PaintTarget[] => {
  document.body.innerHTML = contents.map((content) => `<article>${content}</article>`).join("\n");
  return [...document.querySelectorAll("article")].map((root) =>
    targetOf({ root, parts: [], title: root.querySelector("h3"), snippet: [...root.querySelectorAll("p")] }),
  );
};

export const rootsOf = (targets: readonly PaintTarget[]): Element[] => targets.map(({ root }) => root);
