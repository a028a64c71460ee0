import { describe, expect, test } from "vitest";

import { goBack } from "@/facets/go-back.ts";
import { readFacets } from "@/facets/read-facets.ts";
import type { Facet } from "@/model/facet.ts";

import { examples, expected } from "./examples.ts";

const now = new Date(2026, 5, 15, 12, 30).getTime();

type Place = "meta" | "snippet" | "title";

const read = (text: string, language: string | null = null, place: Place = "meta"): readonly Facet[] =>
  readFacets([place === "meta" ? text : "", place === "snippet" ? text : "", place === "title" ? text : ""], {
    now,
    language,
  });

/** The facets as short texts: "pages 295", "price 20–30 EUR", "date 2021-05-03". */
const told = (facets: readonly Facet[]): readonly string[] =>
  facets.map(({ name, value, upper, currency }) => {
    if (name !== "date")
      return `${name} ${value}${upper === undefined ? "" : `–${upper}`}${currency === undefined ? "" : ` ${currency}`}`;
    const at = (moment: number): string => {
      const date = new Date(moment);
      const two = (part: number): string => String(part).padStart(2, "0");
      const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
      return upper === undefined ? `${day} ${two(date.getHours())}:${two(date.getMinutes())}` : day;
    };
    const [from, to] = [at(value), at(upper ?? value)];
    return `date ${from === to ? from : `${from}–${to}`}`;
  });

describe("every figure in every language", () => {
  for (const [language, example] of Object.entries(examples)) {
    for (const [figure, text] of Object.entries(example)) {
      test(`${language}, ${figure}: ${text}`, () => {
        const facets = read(text, language);
        const name = figure === "age" ? "date" : figure;
        expect(facets.map((facet) => facet.name)).toEqual([name]);
        const wanted = figure === "age" ? goBack(now, expected.age, "y") : expected[figure as keyof typeof expected];
        expect(facets[0]?.value).toBe(wanted);
        expect(text.normalize()).toContain(facets[0]?.text.normalize());
      });
    }
  }
});

describe("lines of figures", () => {
  test.each([
    ["0 码力 | 295 页 | 5.91 MB | 1 年前3", "zh", ["pages 295", "size 6197084", "date 2025-06-15 12:30"]],
    ["0 码力 | 44 页 | 649.68 KB | 1 年前3", null, ["pages 44", "size 665272", "date 2025-06-15 12:30"]],
    ["1.2k views 3 years ago", "en", ["views 1200", "date 2023-06-15 12:30"]],
    ["Replies: 3 Views: 12", "en", ["comments 3", "views 12"]],
    ["Comments (3) Views (1,200)", "en", ["comments 3", "views 1200"]],
    ["浏览 123 回复 3", "zh", ["views 123", "comments 3"]],
    ["123 浏览 3 回复", "zh", ["views 123", "comments 3"]],
    ["Rating: 4.5 · 1,234 votes · Free", "en", ["rating 4.5", "votes 1234", "price 0"]],
    ["4,5 von 5 Sternen (1.234)", "de", ["rating 4.5", "votes 1234"]],
    ["English [en], pdf, 14.8MB, Book", "en", ["size 15518925"]],
    ["23 KB (1,062 words) - 08:46, 31 December 2016", "en", ["size 23552", "date 2016-12-31"]],
    ["Antworten:\u00a0 \u00a0 13\nHits: 212", "de", ["comments 13", "views 212"]],
    ["1 day agoThe rest is glued", "en", ["date 2026-06-14 12:30"]],
  ] as const)("%s", (text, language, facets) => {
    expect(told(read(text, language))).toEqual(facets);
  });
});

describe("dates", () => {
  test.each([
    ["2021-05-03", null, "date 2021-05-03"],
    ["2021/05/03", null, "date 2021-05-03"],
    ["2021.5.3", null, "date 2021-05-03"],
    ["2021. 5. 3.", "ko", "date 2021-05-03"],
    ["03.05.2021", null, "date 2021-05-03"],
    ["05/03/2021", "en-US", "date 2021-05-03"],
    ["03/05/2021", "en-GB", "date 2021-05-03"],
    ["03/05/2021", "fr", "date 2021-05-03"],
    ["23/05/2021", "en", "date 2021-05-23"],
    ["05/23/2021", null, "date 2021-05-23"],
    ["3rd May 2021", "en", "date 2021-05-03"],
    ["31. Dezember 2021", "de", "date 2021-12-31"],
    ["1er mai 2021", "fr", "date 2021-05-01"],
    ["2021 May 3", "en", "date 2021-05-03"],
    ["May 2021", "en", "date 2021-05-01–2021-05-31"],
    ["2021年5月", "ja", "date 2021-05-01–2021-05-31"],
    ["出版年：2007.07", "ja", "date 2007-07-01–2007-07-31"],
    ["Published 2021", "en", "date 2021-01-01–2021-12-31"],
    ["May 3, 2021 at 2:05 pm", "en", "date 2021-05-03 14:05"],
    ["3 мая 2021 г., 09:05", "ru", "date 2021-05-03 09:05"],
    ["2021年5月3日 下午2:05", "zh", "date 2021-05-03 14:05"],
    ["Yesterday at 14:05", "en", "date 2026-06-14 14:05"],
    ["Heute, 09:28", "de", "date 2026-06-15 09:28"],
    ["昨天 14:05", "zh", "date 2026-06-14 14:05"],
    ["yesterday", "en", "date 2026-06-14"],
    ["avant-hier", "fr", "date 2026-06-13"],
    ["今天", "zh", "date 2026-06-15"],
    ["just now", "en", "date 2026-06-15 12:30"],
    ["a year ago", "en", "date 2025-06-15 12:30"],
    ["Posted an hour ago", "en", "date 2026-06-15 11:30"],
    ["vor einem Monat", "de", "date 2026-05-15 12:30"],
    ["год назад", "ru", "date 2025-06-15 12:30"],
    ["منذ سنتين", "ar", "date 2024-06-15 12:30"],
    ["半年前", "zh", "date 2025-12-15 12:30"],
    ["两个月前", "zh", "date 2026-04-15 12:30"],
    ["vor mehr als 3 Jahren", "de", "date 2023-06-15 12:30"],
    ["hace más de 3 años", "es", "date 2023-06-15 12:30"],
  ] as const)("%s on a page in %s", (text, language, date) => {
    expect(told(read(text, language))).toEqual([date]);
  });

  test("a date with a time zone is exact anywhere", () => {
    expect(read("2021-05-03T14:05:00Z")[0]?.value).toBe(Date.UTC(2021, 4, 3, 14, 5));
    expect(read("2021-05-03T14:05:00+02:00")[0]?.value).toBe(Date.UTC(2021, 4, 3, 12, 5));
  });
});

describe("prices, sizes, ratings and durations", () => {
  test.each([
    ["$19.99", "en-US", "price 19.99 USD"],
    ["$19.99", "en", "price 19.99"],
    ["US$ 20", null, "price 20 USD"],
    ["7,50 R$", "de", "price 7.5 BRL"],
    ["EUR 12,50", null, "price 12.5 EUR"],
    ["12.50 CHF", null, "price 12.5 CHF"],
    ["1'234.50 Fr.", "de", "price 1234.5 CHF"],
    ["€ 20,-", "nl", "price 20 EUR"],
    ["10–20 €", "de", "price 10–20 EUR"],
    ["$10 - $20", "en-CA", "price 10–20 CAD"],
    ["3万円", "ja", "price 30000 JPY"],
    ["$1.2 million", "en-US", "price 1200000 USD"],
    ["¥1,200", "zh-TW", "price 1200"],
    ["₹1,23,456", "en-IN", "price 123456 INR"],
    ["20 美元", "zh", "price 20 USD"],
    ["$15 K-Cups", "en-US", "price 15 USD"],
    ["Kostenlos", "de", "price 0"],
    ["無料", "ja", "price 0"],
    ["512 bytes", "en", "size 512"],
    ["512 B", "en", "size 512"],
    ["1,234 KB", "en", "size 1263616"],
    ["1,234 KB", "de", "size 1264"],
    ["6.07 GiB", null, "size 6517612872"],
    ["3,2 Mo", "fr", "size 3355443"],
    ["4.5/5", null, "rating 4.5"],
    ["8.7/10", null, "rating 4.35"],
    ["Rating: 93%", "en", "rating 4.65"],
    ["★ 4.5", null, "rating 4.5"],
    ["★★★★☆", null, "rating 4"],
    ["Bewertung: 4,5", "de", "rating 4.5"],
    ["3.95つ星のうち3.9", "ja", "rating 3.9"],
    ["1:02:03", null, "duration 3723"],
    ["45:10", null, "duration 2710"],
    ["Duration: 4:05", "en", "duration 245"],
    ["12 min read", "en", "duration 720"],
    ["142 min", "en", "duration 8520"],
    ["1h30", null, "duration 5400"],
    ["2h 16m", null, "duration 8160"],
  ] as const)("%s on a page in %s", (text, language, facet) => {
    expect(told(read(text, language))).toEqual([facet]);
  });
});

describe("what is no figure, or may be two", () => {
  test.each([
    ["295", null],
    ["Page 3", "en"],
    ["第3页", "zh"],
    ["page 3 of 20", "en"],
    ["12-30 pages", "en"],
    ["pp. 12-30", "en"],
    ["p. 12", "en"],
    ["3 / 20 pages", "en"],
    ["#3 comments", "en"],
    ["H264 MB", null],
    ["16 GB RAM", "en"],
    ["内存 8 GB", "zh"],
    ["100 MB/s", null],
    ["<1 MB", null],
    ["5 go", "en"],
    ["1.234 MB", "de"],
    ["1,234 KB", null],
    ["1.2.3 MB", null],
    ["03/05/2021", "en"],
    ["03/05/2021", null],
    ["03.05.21", "de"],
    ["5月3日", "zh"],
    ["May 3", "en"],
    ["2021", "en"],
    ["2021-13-45", null],
    ["31 February 2021", "en"],
    ["3 May 1021", "en"],
    ["vor 300 Jahren", "de"],
    ["in 3 years", "en"],
    ["3 years", "en"],
    ["4/5", null],
    ["7 of 10", "en"],
    ["4-star hotel", "en"],
    ["★★★★★", null],
    ["0 / 5", "de"],
    ["7.8", "en"],
    ["Rating: 8.7", "en"],
    ["12:34", null],
    ["14:05", "de"],
    ["01:02:03", null],
    ["5 min", "en"],
    ["3h", "en"],
    ["open 24 hours", "en"],
    ["save $20", "en"],
    ["+ £3.99 postage", "en"],
    ["$$$", "en"],
    ["best of the year 2021", "en"],
    ["12 M&M", "en"],
    ["Str. 26", "nb"],
    ["192.168.0.1", null],
    ["v1.2.3", null],
  ] as const)("%s on a page in %s", (text, language) => {
    expect(told(read(text, language))).toEqual([]);
  });

  test("figures that do not agree are left out, and no less trusted text is asked", () => {
    expect(told(read("$20 | $30", "en"))).toEqual([]);
    expect(told(read("3 May 2021 | 9 May 2023", "en"))).toEqual([]);
    expect(told(readFacets(["20 pages | 30 pages", "40 pages", ""], { now, language: "en" }))).toEqual([]);
  });

  test("figures that agree are one, the most exact", () => {
    expect(told(read("3.2 MB | 3,355,443 bytes", "en"))).toEqual(["size 3355443"]);
    expect(told(read("May 2021 | 3 May 2021", "en"))).toEqual(["date 2021-05-03"]);
    expect(told(read("67 Comments | 67 Comments", "en"))).toEqual(["comments 67"]);
  });
});

describe("where a figure may stand", () => {
  const sentence =
    "The report of the committee has 30 pages and was read by 20 people, who paid $5 for it on 3 May 2021.";
  test.each(["meta", "snippet", "title"] as const)("no sentence tells figures: %s", (place) => {
    expect(told(read(sentence, "en", place))).toEqual([]);
  });

  test.each([
    ["May 3, 2021 — All about transactions", ["date 2021-05-03"]],
    ["3 days ago · All about transactions", ["date 2026-06-12 12:30"]],
    ["14 Oct 2023 ... JavaScript for beginners", ["date 2023-10-14"]],
    ["20.08.2025—With the Fetch API", ["date 2025-08-20"]],
    ["Aug 20, 2025Using the Fetch API, which is glued to the date it stands behind on this page", ["date 2025-08-20"]],
    ["… of all transactions.0 码力 | 26 页 | 1.14 MB | 1 年前3", ["pages 26", "size 1195377", "date 2025-06-15 12:30"]],
    ["It has 30 pages", []],
    ["In May 2021 we met", []],
  ] as const)("in a snippet: %s", (text, facets) => {
    expect(told(read(text, "en", "snippet"))).toEqual(facets);
  });

  test.each([
    ["Annual report (PDF, 3.2 MB)", ["size 3355443"]],
    ["Annual report [12 pages]", ["pages 12"]],
    ["iPhone 15 128 GB", []],
    ["Top 10 pages of May 3, 2021", []],
  ] as const)("in a title: %s", (text, facets) => {
    expect(told(read(text, "en", "title"))).toEqual(facets);
  });

  test("meta text is trusted before the snippet", () => {
    expect(told(readFacets(["20 pages", "30 pages | 2 MB", ""], { now, language: "en" }))).toEqual([
      "pages 20",
      "size 2097152",
    ]);
  });
});
