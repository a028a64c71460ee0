import { beforeEach, expect, test } from "vitest";

import type { Evidence } from "@/model/verdict.ts";
import { foldLineText } from "@/page/fold-line-text.ts";

import { fakeList } from "../../support/fake-settings.ts";
import { fakeSurroundings } from "../ui/extension-page.ts";

type Folded = Parameters<typeof foldLineText>[0];

const folded = (evidence: readonly Evidence[]): string => {
  const reason = { filter: "a", filterName: "Mine", action: "fold", condition: "x", evidence, decisive: true } as const;
  const verdict = { visibility: "fold", someReasons: () => [reason] } as unknown as Folded["verdict"];
  const found = { result: { title: "Plain" } } as Folded["found"];
  return foldLineText({ found, verdict }, [fakeList({ id: "bad", name: "Bad words" })]);
};

beforeEach(async () => {
  await fakeSurroundings();
});

test("the line in place of a result says what was found in it, whatever kind that is of", () => {
  expect(folded([{ kind: "facet", facet: "pages", text: "12 pages" }])).toBe("Plain — folded by “Mine”: 12 pages");
  expect(folded([{ kind: "absent", text: "fine" }])).toBe("Plain — folded by “Mine”: not there: fine");
  expect(
    folded([
      { kind: "list", list: "bad", hits: 2 },
      { kind: "property", name: "$category", text: "images" },
    ]),
  ).toBe("Plain — folded by “Mine”: 2 hits of “Bad words”, images");
  expect(folded([])).toBe("Plain — folded by “Mine”");
});
