import { readFieldTexts } from "@/dom-text/read-field-texts.ts";
import type { Hit } from "@/model/hit.ts";
import { textFieldNames } from "@/model/result.ts";
import { createHighlightPainter } from "@/painting/highlight-painter.ts";
import { createMarkPainter } from "@/painting/mark-painter.ts";
import { offerResultLines } from "@/painting/offered-lines.ts";
import { pageStyleText } from "@/painting/page-style-text.ts";
import { addStyle } from "@/painting/page-style.ts";
import { readPageTone } from "@/painting/page-tone.ts";
import type { Painter, PaintTarget } from "@/painting/painter.ts";
import { insertLine, isLine, noticePlaceOf, placeOf } from "@/painting/result-line.ts";
import { setState } from "@/painting/set-state.ts";
import { createVerdictPainter } from "@/painting/visibility.ts";
import type { VerdictTarget } from "@/painting/visibility.ts";

import type { ProbeCall, ProbeResult } from "./probe-calls.ts";

/*
 * A content script that paints what the page under test asks for, by messages of the page's window, so that painting
 * runs in the very world it is made for without the rest of the extension.
 */

// The product loads them where something folds.
offerResultLines({ insertLine, isLine, noticePlaceOf, placeOf });

type Target = PaintTarget & VerdictTarget;

const style = addStyle(document);
const verdicts = createVerdictPainter();
const targets = new Map<string, Target>();
let painter: Painter = createHighlightPainter();
let styleOf = (showHidden: boolean): readonly string[] =>
  pageStyleText({ tone: "light", lists: [], showHidden, keepsColumns: false });

const all = (selector: string | undefined): Element[] =>
  selector === undefined ? [] : [...document.querySelectorAll(selector)];

const hitsOf = (fields: PaintTarget["fields"], words: Readonly<Record<string, string>>): Hit[] => {
  const hits: Hit[] = [];
  for (const [list, word] of Object.entries(words)) {
    for (const field of textFieldNames) {
      const { text } = fields[field];
      for (let start = text.indexOf(word); start >= 0; start = text.indexOf(word, start + 1)) {
        hits.push({ list, line: 0, field, span: { start, end: start + word.length } });
      }
    }
  }
  return hits;
};

const readTarget = (wanted: ProbeResult): Target => {
  const root = document.querySelector(wanted.root);
  if (root === null) {
    throw new Error(`No ${wanted.root}`);
  }
  const inRoot = (selector: string | undefined): Element[] =>
    selector === undefined ? [] : [...root.querySelectorAll(selector)];
  const parts = all(wanted.parts);
  const fields = readFieldTexts({
    root,
    parts,
    title: inRoot(wanted.title)[0] ?? null,
    snippet: inRoot(wanted.snippet),
  });
  const hits = hitsOf(fields, wanted.words ?? {});
  return {
    root,
    parts,
    fields,
    hits,
    hitCount: hits.length,
    position: wanted.position ?? 1,
    visibility: wanted.visibility ?? "show",
    mark: wanted.mark ?? null,
    foldText: wanted.foldText ?? "",
  };
};

const show = (call: Extract<ProbeCall, { do: "show" }>): object[] => {
  if (painter.name !== call.painter) {
    painter.clear();
    painter = call.painter === "mark" ? createMarkPainter() : createHighlightPainter();
  }
  painter.useLists(call.lists);
  const read = call.results.map(readTarget);
  for (const [index, target] of read.entries()) {
    targets.set(call.results[index]?.root ?? "", target);
  }
  const tone = readPageTone(read[0]?.root ?? document.body);
  styleOf = (showHidden) => pageStyleText({ tone, lists: call.lists, showHidden, keepsColumns: false });
  style.set(styleOf(false));
  setState(document, "ready");
  verdicts.show(read);
  painter.paint(read);
  return read.map(({ fields }) => Object.fromEntries(textFieldNames.map((name) => [name, fields[name].text])));
};

const forget = (roots: readonly Element[]): void => {
  painter.forget(roots);
  verdicts.forget(roots);
};

const clear = (): void => {
  painter.clear();
  verdicts.clear();
  style.remove();
  setState(document, null);
};

const setCurrent = (root: string, index: number): string | null => {
  const target = targets.get(root);
  const hit = target?.hits[index];
  const element = painter.setCurrent(target === undefined || hit === undefined ? null : { target, hit });
  return element?.localName ?? null;
};

const run = (call: ProbeCall): unknown => {
  switch (call.do) {
    case "show":
      return show(call);
    case "setCurrent":
      return setCurrent(call.root, call.hit);
    case "setShowHidden":
      return style.set(styleOf(call.on));
    case "forget":
      return forget(all(call.root));
    case "clear":
      return clear();
    default:
      throw new Error("The probe knows no such call.");
  }
};

window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (typeof data !== "string" || !data.startsWith("probe:")) {
    return;
  }
  let answer: object;
  try {
    answer = { value: run(JSON.parse(data.slice("probe:".length)) as ProbeCall) };
  } catch (error) {
    answer = { error: String(error) };
  }
  window.postMessage(`answer:${JSON.stringify(answer)}`, "*");
});
