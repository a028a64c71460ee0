import fc from "fast-check";
import { expect, test } from "vitest";

import { calendarSpan } from "@/facets/calendar.ts";
import { goBack } from "@/facets/go-back.ts";
import { readFacets } from "@/facets/read-facets.ts";

const now = new Date(2026, 5, 15, 12).getTime();
const pieces = (
  "3 12 1,234 5.91 2021 0 999999999999999999 04:05 1:02:03 03/05/2021 2021-05-03 May mai 月 年 日 前 ago vor il y a $ € " +
  "¥ kr MB KB Mo k M 万 pages 页 views 浏览 ★ ☆ out of / 5 % ( ) : | · - – — … h min rating free yesterday 昨天 a year"
).split(" ");
const text = fc.array(fc.oneof(fc.constantFrom(...pieces, " ", "  ", "\n"), fc.string({ maxLength: 3 })), {
  maxLength: 20,
});
const language = fc.constantFrom(null, "en", "de", "fr", "zh", "ru", "tr", "x-unknown", "");

test("whatever the text, facets are sound: one of each name, finite, in order, with text that was there", () => {
  fc.assert(
    fc.property(text, text, text, language, fc.boolean(), (meta, snippet, title, tag, spaced) => {
      const texts = [meta, snippet, title].map((some) => some.join(spaced ? " " : ""));
      const facets = readFacets(texts, { now, language: tag });
      expect(new Set(facets.map(({ name }) => name)).size).toBe(facets.length);
      const seen = texts.join("\n").replaceAll(/\s+/gu, " ");
      for (const { name, value, upper = value, text: told } of facets) {
        expect(Number.isFinite(value) && upper >= value && (value >= 0 || name === "date")).toBe(true);
        expect(told.trim()).not.toBe("");
        expect(seen).toContain(told.replaceAll(/\s+/gu, " "));
      }
    }),
    { numRuns: 2000 },
  );
});

test("long and hostile texts are read in time that grows with them alone", () => {
  const texts = [
    "1 ".repeat(20_000),
    "1,".repeat(20_000),
    "(".repeat(20_000),
    "3 of ".repeat(8000),
    "$".repeat(40_000),
  ];
  for (const hostile of [...texts, "| 3 pages ".repeat(5000), "\n".repeat(40_000), "年".repeat(40_000)])
    expect(readFacets([hostile, hostile, hostile], { now, language: "fr" }).length).toBeLessThanOrEqual(1);
});

test("going back counts on the calendar", () => {
  const at = (year: number, month: number, day: number): number => new Date(year, month - 1, day, 12).getTime();
  expect(goBack(at(2026, 3, 31), 1, "mo")).toBe(at(2026, 2, 28));
  expect(goBack(at(2024, 3, 31), 1, "mo")).toBe(at(2024, 2, 29));
  expect(goBack(at(2024, 2, 29), 1, "y")).toBe(at(2023, 2, 28));
  expect(goBack(at(2026, 6, 15), 0.5, "y")).toBe(at(2025, 12, 15));
  expect(goBack(at(2026, 1, 10), 2, "w")).toBe(at(2025, 12, 27));
  expect(goBack(at(2026, 6, 15), 1.5, "h")).toBe(at(2026, 6, 15) - 5_400_000);
});

test("a day that one time zone left out is a day there, too", () => {
  const zone = process.env["TZ"];
  process.env["TZ"] = "Pacific/Apia";
  try {
    const start = new Date(2011, 11, 31).getTime();
    expect(calendarSpan(2011, 12, 30)).toEqual({ start, end: start });
    expect(calendarSpan(2011, 2, 29)).toBeNull();
    expect(calendarSpan(2012, 2, 29)).not.toBeNull();
  } finally {
    if (zone === undefined) delete process.env["TZ"];
    else process.env["TZ"] = zone;
  }
});
