import { describe, expect, test } from "vitest";

import type { GoldRecord, Probe, ProbedResult, Standing } from "../../eval/measurement.ts";
import { scorePage } from "../../eval/score-page.ts";
import { summarize } from "../../eval/summarize.ts";

const record = (title: string, more: Partial<GoldRecord> = {}): GoldRecord => ({
  title,
  url: `/${title}`,
  snippet: null,
  selector: `#${title}`,
  ...more,
});

const found = (standing: Standing, more: Partial<ProbedResult> = {}): ProbedResult => ({
  path: "",
  title: "",
  url: null,
  host: null,
  snippet: "",
  meta: "",
  standing,
  ...more,
});

const at = (index: number, more: Partial<ProbedResult> = {}): ProbedResult =>
  found({ kind: "record", record: index }, more);

const probe = (results: readonly ProbedResult[]): Probe => ({
  results,
  listings: [],
  problems: [],
  lostRecords: [],
  milliseconds: 1,
  address: "https://engine.example/search",
});

describe("the score of a page", () => {
  test("counts what was found, missed and found wrongly", () => {
    const score = scorePage(probe([at(0), at(1), found({ kind: "false" })]), {
      records: [record("a"), record("b"), record("c"), record("d")],
    });
    expect(score).toMatchObject({ wanted: 4, matched: 2, falseFound: 1, exact: false, precision: 2 / 3, recall: 0.5 });
    expect(score.f1).toBeCloseTo(4 / 7);
    expect(score.missed.map(({ title }) => title)).toEqual(["c", "d"]);
  });

  test("leaves ads and further listings out", () => {
    const records = [record("ad", { sponsored: true }), record("other ad", { sponsored: true }), record("b")];
    const score = scorePage(probe([at(0), at(2), found({ kind: "other-list" })]), { records });
    expect(score).toMatchObject({ exact: true, precision: 1, recall: 1, otherFound: 1, adsFound: { right: 1, of: 2 } });
    expect(scorePage(probe([at(2)]), { records }).exact).toBe(true);
    expect(score.titles.of).toBe(1);
  });

  test("of a page without labels is right when nothing was found", () => {
    expect(scorePage(probe([]), { records: [] })).toMatchObject({ exact: true, falseFound: 0 });
    expect(scorePage(probe([found({ kind: "false" })]), { records: [] })).toMatchObject({
      exact: false,
      falseFound: 1,
    });
  });

  test.each([
    ["Ａ\u200Bb  c", "Ab c", 1],
    ["Ab", "Ab c", 0],
  ])("compares titles as they are read: %j for %j", (title, labelled, right) => {
    expect(scorePage(probe([at(0, { title })]), { records: [record(labelled)] }).titles).toEqual({ right, of: 1 });
  });

  test.each([
    ["/a", "https://engine.example/a", 1, 1],
    ["/a", "https://other.example/a", 0, 1],
    [null, null, 1, 1],
    ["javascript:;", null, 1, 1],
    ["javascript:;", "https://engine.example/", 0, 1],
    ["/url?q=https://x.example/%3Fa&sa=U", "https://x.example/?a", 1, 1],
    ["/ck/a?u=a1aHR0cHM6Ly94LmV4YW1wbGUv", "https://x.example/", 1, 1],
    ["https://r.example/RU=https%3a%2f%2fx.example%2f/RK=2", "https://x.example/", 1, 1],
    // Sealed: the label cannot tell what is behind it.
    ["/link?url=TOKEN", "https://x.example/", 0, 0],
    ["http://test.test", null, 0, 0],
  ])("compares links: labelled %j, found %j", (url, address, right, of) => {
    expect(scorePage(probe([at(0, { url: address })]), { records: [record("a", { url })] }).links).toEqual({
      right,
      of,
    });
  });

  const long = "word ".repeat(40);
  test.each([
    [null, "anything", 0, 0],
    ["Soak, turn, dry.", "Soak,\nturn, dry.", 1, 1],
    ["Soak, turn, dry.", "3 Mar 2026 — Soak, turn, dry.", 1, 1],
    ["Soak, turn, dry.", "", 0, 1],
    ["Soak, turn, dry.", `Soak, turn, dry. ${long}`, 0, 1],
    [long.slice(0, 150), long, 1, 1],
    ["Soak, turn, dry.", `${long} Soak, turn, dry.`, 0, 1],
  ])("compares snippets: labelled %j, found %j", (snippet, text, right, of) => {
    const score = scorePage(probe([at(0, { snippet: text })]), { records: [record("a", { snippet })] });
    expect(score.snippets).toEqual({ right, of });
  });
});

test("a summary counts results, and takes means over pages", () => {
  const right = scorePage(probe([at(0)]), { records: [record("a")] });
  const half = scorePage(probe([at(0), found({ kind: "false" })]), {
    records: [record("a"), record("b"), record("c")],
  });
  expect(summarize([right, half])).toMatchObject({
    pages: 2,
    exactPages: 1,
    precision: 2 / 3,
    recall: 0.5,
    macroPrecision: 0.75,
    macroRecall: 2 / 3,
    macroF1: 0.7,
  });
  expect(summarize([])).toMatchObject({ pages: 0, precision: 1, recall: 1, f1: 1 });
});
