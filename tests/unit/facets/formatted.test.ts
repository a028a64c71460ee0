import { describe, expect, test } from "vitest";

import { goBack } from "@/facets/go-back.ts";
import { languageCodes } from "@/facets/place.ts";
import { readFacets } from "@/facets/read-facets.ts";
import type { Facet, FacetName } from "@/model/facet.ts";

/** What the platform itself writes in every language has to be read back. */
const tags = [...languageCodes.split(" "), "en-US", "en-GB", "pt-PT", "zh-TW", "ar-EG"];
const now = new Date(2026, 5, 15, 12).getTime();

const read = (text: string, language: string, name: FacetName): Facet | undefined =>
  readFacets([text, "", ""], { now, language }).find((facet) => facet.name === name);

const ageUnits = { second: "s", minute: "min", hour: "h", day: "d", week: "w", month: "mo", year: "y" } as const;

/** CLDR 48 has an Arabic short form that means "within" where it should mean "ago". */
const isMistakeOfCldr = (text: string): boolean => text.startsWith("خلال");

describe.each(tags)("%s", (tag) => {
  test("ages", () => {
    const wrong: string[] = [];
    for (const style of ["long", "short"] as const) {
      const format = new Intl.RelativeTimeFormat(tag, { style, numeric: "always" });
      for (const [unit, ageUnit] of Object.entries(ageUnits) as [
        keyof typeof ageUnits,
        (typeof ageUnits)[keyof typeof ageUnits],
      ][]) {
        for (const amount of [1, 2, 3, 5, 11, 21]) {
          const text = format.format(-amount, unit);
          if (isMistakeOfCldr(text)) continue;
          if (read(text, tag, "date")?.value !== goBack(now, amount, ageUnit)) wrong.push(text);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test("narrow ages are read rightly or not at all", () => {
    const format = new Intl.RelativeTimeFormat(tag, { style: "narrow", numeric: "always" });
    const wrong = (Object.keys(ageUnits) as (keyof typeof ageUnits)[]).flatMap((unit) =>
      [1, 3, 11].flatMap((amount) =>
        readFacets([format.format(-amount, unit), "", ""], { now, language: tag }).filter(
          ({ name, value }) => name !== "date" || value !== goBack(now, amount, ageUnits[unit]),
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test("what is to come has no age", () => {
    const format = new Intl.RelativeTimeFormat(tag, { style: "long", numeric: "always" });
    const told = (Object.keys(ageUnits) as (keyof typeof ageUnits)[])
      .map((unit) => format.format(3, unit))
      .filter((text) => read(text, tag, "date"));
    expect(told).toEqual([]);
  });

  test("days", () => {
    const format = new Intl.RelativeTimeFormat(tag, { numeric: "auto" });
    for (const ago of [0, 1, 2]) {
      const date = read(format.format(-ago, "day"), tag, "date");
      const day = new Date(2026, 5, 15 - ago).getTime();
      expect(date?.value === day || date?.value === goBack(now, ago, "d")).toBe(true);
    }
  });

  test("dates", () => {
    const wrong: string[] = [];
    for (const dateStyle of ["full", "long", "medium"] as const) {
      const format = new Intl.DateTimeFormat(tag, { dateStyle });
      for (let month = 0; month < 12; month++) {
        for (const day of [1, 3, 13, 28]) {
          const date = new Date(2021, month, day);
          if (read(format.format(date), tag, "date")?.value !== date.getTime()) wrong.push(format.format(date));
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  test("months", () => {
    const format = new Intl.DateTimeFormat(tag, { month: "long", year: "numeric" });
    for (let month = 0; month < 12; month++) {
      const date = new Date(2021, month, 1);
      expect([format.format(date), read(format.format(date), tag, "date")?.value]).toEqual([
        format.format(date),
        date.getTime(),
      ]);
    }
  });

  test("two-digit years are never guessed", () => {
    const format = new Intl.DateTimeFormat(tag, { dateStyle: "short" });
    const date = new Date(2021, 2, 4);
    const facet = read(format.format(date), tag, "date");
    expect(facet === undefined || facet.value === date.getTime()).toBe(true);
  });

  test("sizes", () => {
    // Arabic abbreviates bytes with letters that mean other things too, but writes them in full as well.
    const unitDisplay = tag.startsWith("ar") ? "long" : "short";
    const sizes = ["kilobyte", "megabyte", "gigabyte", "terabyte"].map((unit) => {
      const text = new Intl.NumberFormat(tag, { style: "unit", unit, unitDisplay }).format(3.25);
      return read(text, tag, "size")?.value;
    });
    expect(sizes).toEqual([1, 2, 3, 4].map((power) => 3.25 * 1024 ** power));
  });

  test("prices", () => {
    const wrong: string[] = [];
    for (const currency of ["EUR", "USD", "GBP", "JPY", "CNY", "KRW", "RUB", "TRY", "PLN", "CHF", "INR"]) {
      for (const currencyDisplay of ["symbol", "code"] as const) {
        const format = new Intl.NumberFormat(tag, { style: "currency", currency, currencyDisplay });
        const { maximumFractionDigits = 0 } = format.resolvedOptions();
        for (const amount of [7.5, 1234.5, 20]) {
          const text = format.format(amount);
          const facet = read(text, tag, "price");
          // Pounds are those of several countries in Arabic.
          if (text.includes("UK£")) continue;
          const isRight = facet && Math.abs(facet.value - amount) <= (maximumFractionDigits === 0 ? 0.5 : 0);
          if (!isRight || (facet.currency !== undefined && facet.currency !== currency)) wrong.push(text);
        }
      }
    }
    expect(wrong).toEqual([]);
  });
});
