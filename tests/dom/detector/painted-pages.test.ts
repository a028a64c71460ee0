import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { findListings } from "@/detection/detector/find-listings.ts";
import type { LocatedResult } from "@/detection/located-result.ts";
import { readFieldTexts } from "@/dom-text/read-field-texts.ts";
import type { Hit } from "@/model/hit.ts";
import { textFieldNames } from "@/model/result.ts";
import { createMarkPainter } from "@/painting/mark-painter.ts";
import type { PaintTarget } from "@/painting/painter.ts";
import { createVerdictPainter } from "@/painting/visibility.ts";

import { useTrueIterator } from "../painting/true-iterator.ts";
import { showPage } from "./show-page.ts";

useTrueIterator();

/** Every second word of a result is a hit. */
const targetOf = (located: LocatedResult): PaintTarget => {
  const fields = readFieldTexts(located);
  const hits = textFieldNames.flatMap((field) =>
    [...fields[field].text.matchAll(/[\p{L}\p{N}]+/gu)].flatMap(({ index, 0: word }, place): Hit[] =>
      place % 2 === 0 ? [{ list: "words", line: 0, field, span: { start: index, end: index + word.length } }] : [],
    ),
  );
  return { ...located, fields, hits };
};

const located = (): readonly LocatedResult[] => findListings(document)[0]?.results ?? [];

describe("what was found on a page is found again while it is painted", () => {
  const folder = join(import.meta.dirname, "../../pages");
  const slugs = readdirSync(folder).filter((name) => name !== "README.md");
  test.each(slugs)("%s", (slug) => {
    showPage(readFileSync(join(folder, slug, "page.html"), "utf8"));
    const before = located();
    const painter = createMarkPainter();
    painter.useLists([{ id: "words", color: 1 }]);
    painter.paint(before.map(targetOf));
    createVerdictPainter().show(
      before.map(({ root, parts }, index) => ({
        root,
        parts,
        position: index + 1,
        visibility: index % 3 === 0 ? "fold" : "show",
        mark: null,
        hitCount: 1,
        foldText: "Folded",
      })),
    );
    const now = located();
    expect(now.length).toBe(before.length);
    for (const [index, result] of now.entries()) {
      const first = before[index]!;
      expect(result.root).toBe(first.root);
      expect(result.parts).toEqual(first.parts);
      expect(result.title).toBe(first.title);
      expect(result.titleText).toBe(first.titleText);
      expect(result.url).toBe(first.url);
      expect(result.snippet).toEqual(first.snippet);
    }
  });
});
