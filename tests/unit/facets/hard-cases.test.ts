import { describe, expect, test } from "vitest";

import { goBack } from "@/facets/go-back.ts";
import type { AgeUnit } from "@/facets/go-back.ts";
import { readFacets } from "@/facets/read-facets.ts";
import type { Facet } from "@/model/facet.ts";

const now = new Date(2026, 5, 15, 12, 30).getTime();

const read = (text: string, language: string | null): readonly Facet[] => readFacets([text, "", ""], { now, language });

/** The figures as short texts, such as "pages 295"; dates are left out. */
const told = (text: string, language: string | null): readonly string[] =>
  read(text, language).map(
    ({ name, value, upper, currency }) =>
      `${name} ${value}${upper === undefined ? "" : `–${upper}`}${currency === undefined ? "" : ` ${currency}`}`,
  );

describe("ages", () => {
  test.each<readonly [string, string | null, number, AgeUnit]>([
    ["3h ago", "en", 3, "h"],
    ["3m ago", "en", 3, "min"],
    ["2 wks ago", "en", 2, "w"],
    ["Updated 11 mos ago", "en", 11, "mo"],
    ["an hour ago", "de", 1, "h"],
    ["3 days ago", "zh", 3, "d"],
    ["vor 2 Std.", "de", 2, "h"],
    ["vor ca. 5 Minuten", "de", 5, "min"],
    ["vor einer Woche", null, 1, "w"],
    ["il y a 3 j", "fr", 3, "d"],
    ["il y a 2 m", "fr", 2, "mo"],
    ["Il y a un mois", "fr", 1, "mo"],
    ["hace 3 m", "es", 3, "mo"],
    ["hace una hora", "es", 1, "h"],
    ["hace 10 anos", "es", 10, "y"],
    ["há 5 minutos", "pt", 5, "min"],
    ["2 meses atrás", "pt", 2, "mo"],
    ["3 g fa", "it", 3, "d"],
    ["un'ora fa", "it", 1, "h"],
    ["5 uur geleden", "nl", 5, "h"],
    ["3 u geleden", "nl", 3, "h"],
    ["4 godz. temu", "pl", 4, "h"],
    ["4 g temu", "pl", 4, "h"],
    ["miesiąc temu", "pl", 1, "mo"],
    ["5 минут назад", "ru", 5, "min"],
    ["2 мес. назад", "ru", 2, "mo"],
    ["час назад", "ru", 1, "h"],
    ["2 год тому", "uk", 2, "h"],
    ["5 gün önce", "tr", 5, "d"],
    ["bir ay önce", "tr", 1, "mo"],
    ["منذ 5 أيام", "ar", 5, "d"],
    ["قبل ساعة", "ar", 1, "h"],
    ["منذ يومين", "ar", 2, "d"],
    ["منذ ٣ أشهر", "ar", 3, "mo"],
    ["2小时前", "zh", 2, "h"],
    ["8 月前", "zh", 8, "mo"],
    ["8月前", null, 8, "mo"],
    ["1 月前2", "zh", 1, "mo"],
    ["8 ⽉前", "zh", 8, "mo"],
    ["３天前", "zh-TW", 3, "d"],
    ["三個月前", "zh-TW", 3, "mo"],
    ["5分前", "ja", 5, "min"],
    ["3ヶ月前", "ja", 3, "mo"],
    ["1週間前", "ja", 1, "w"],
    ["2시간 전", "ko", 2, "h"],
    ["3개월 전", "ko", 3, "mo"],
    ["3 t siden", "da", 3, "h"],
    ["för en timme sedan", "sv", 1, "h"],
    ["před týdnem", "cs", 1, "w"],
  ])("%s on a page in %s", (text, language, amount, unit) => {
    expect(read(text, language).map(({ name, value }) => [name, value])).toEqual([["date", goBack(now, amount, unit)]]);
  });
});

describe("days of the calendar", () => {
  test.each([
    ["3 May, 2021", "en"],
    ["May 3rd, 2021", "en"],
    ["May 3, 2021", "zh"],
    ["Mon, 3 May 2021", "en"],
    ["03-May-2021", "en"],
    ["03.05.2021", "ru"],
    ["3/5/2021", "pt-BR"],
    ["3-5-2021", "nl"],
    ["3. Mai 2021", "en"],
    ["le 3 mai 2021", "fr"],
    ["3 de maio de 2021", "pt"],
    ["3 mag 2021", "it"],
    ["3 мая 2021", "ru"],
    ["3 maja 2021 r.", "pl"],
    ["3 Mayıs 2021 Pazartesi", "tr"],
    ["٣ مايو ٢٠٢١", "ar"],
    ["２０２１年５月３日", "ja"],
    ["2021 年 5 ⽉ 3 ⽇", "zh"],
    ["2021년 5월 3일", "ko"],
    ["2021/5/3", "zh-TW"],
    ["2021.05.03.", "ko"],
    ["05/03/2021", "en-PH"],
    ["03/05/2021", "es-AR"],
  ])("%s on a page in %s", (text, language) => {
    expect(read(text, language).map(({ name, value }) => [name, value])).toEqual([
      ["date", new Date(2021, 4, 3).getTime()],
    ]);
  });
});

describe("counts, sizes and prices", () => {
  test.each([
    ["1.2k views", "en", "views 1200"],
    ["1,2k Aufrufe", "de", "views 1200"],
    ["2,5 Mio. Aufrufe", "de", "views 2500000"],
    ["1,5 M de vues", "fr", "views 1500000"],
    ["12 mil descargas", "pt", "downloads 12000"],
    ["1,2 млн просмотров", "ru", "views 1200000"],
    ["3,4 tys. wyświetleń", "pl", "views 3400"],
    ["3万次播放", "zh", "views 30000"],
    ["3.5 萬次觀看", "zh-TW", "views 35000"],
    ["1.2億回再生", "ja", "views 120000000"],
    ["조회수 3만회", "ko", "views 30000"],
    ["12 k visninger", "nb", "views 12000"],
    ["1 234 567 просмотров", "ru", "views 1234567"],
    ["1\u202f234 avis", "fr", "votes 1234"],
    ["12,34,567 views", "en-IN", "views 1234567"],
    ["35.000+ downloads", "nl", "downloads 35000"],
    ["(1,234 reviews)", "en", "votes 1234"],
    ["14 ⻚", "zh", "pages 14"],
    ["14 ⻚页", "zh", "pages 14"],
    ["14 ⾴", "zh-TW", "pages 14"],
    ["共 14 页", "zh", "pages 14"],
    ["页数：14", "zh", "pages 14"],
    ["１４ページ", "ja", "pages 14"],
    ["۱۴ صفحه", "ar", "pages 14"],
    ["paginas: 14", "es", "pages 14"],
    ["14 pp.", "en", "pages 14"],
    ["3 Kommentare", "en", "comments 3"],
    ["3 commentaires", null, "comments 3"],
    ["1,5 GB", "es", `size ${1.5 * 1024 ** 3}`],
    ["５.９１ＭＢ", "ja", `size ${Math.round(5.91 * 1024 ** 2)}`],
    ["700 Ko", "fr", `size ${700 * 1024}`],
    ["1 234,50 €", "fr", "price 1234.5 EUR"],
    ["1.234,50 €", "de", "price 1234.5 EUR"],
    ["€1,234.50", "en", "price 1234.5 EUR"],
    ["￥1,200", "ja", "price 1200 JPY"],
    ["￥1,200", "zh", "price 1200 CNY"],
    ["1.299 TL", "tr", "price 1299 TRY"],
    ["1 299 руб.", "ru", "price 1299 RUB"],
    ["Rs. 1,299", "en-IN", "price 1299 INR"],
    ["PHP 945", "en-PH", "price 945 PHP"],
    ["CHF 12.–", "de", "price 12 CHF"],
    ["١٢ ريال", "ar", "price 12"],
    ["4,7/5", "fr", "rating 4.7"],
    ["４.５つ星", "ja", "rating 4.5"],
    ["8.5 点満点中", "ja", null],
    ["2 h 5 min", "fr", "duration 7500"],
    ["2h05", "fr", "duration 7500"],
    ["14h30 min", "fr", "duration 52200"],
    ["1,234 MB", "es-MX", `size ${1234 * 1024 ** 2}`],
    ["1,234 MB", "es-AR", `size ${Math.round(1.234 * 1024 ** 2)}`],
    ["1.234 MB", "de-CH", `size ${Math.round(1.234 * 1024 ** 2)}`],
    ["1.234 MB", "ar-EG", `size ${Math.round(1.234 * 1024 ** 2)}`],
    ["1,234 MB", "ar-MA", `size ${Math.round(1.234 * 1024 ** 2)}`],
    ["US $20", "en-CA", "price 20 USD"],
    ["C $25.00", "en-US", "price 25 CAD"],
    ["$20 AUD", "en-US", "price 20 AUD"],
    ["12,99 $ US", "fr-CA", "price 12.99 USD"],
    ["¥1,200 JPY", "zh", "price 1200 JPY"],
    ["12 t visninger", "da", "views 12000"],
    ["1時間5分", "ja", "duration 3900"],
    ["1 Std. 5 Min.", "de", "duration 3900"],
  ] as const)("%s on a page in %s", (text, language, facet) => {
    expect(told(text, language)).toEqual(facet === null ? [] : [facet]);
  });
});

describe("what may be two, or nothing", () => {
  test.each([
    ["iPad Pro 2021", "en"],
    ["Windows Server 2019", "en"],
    ["die Kosten des 2021 eröffneten Baus", "de"],
    ["请在8月前报名", "zh"],
    ["8月前", "ja"],
    ["лет назад", "ru"],
    ["منذ أيام", "ar"],
    ["years ago", "en"],
    ["3 mil", "en"],
    ["3 mil views", "en"],
    ["12 weekends", "en"],
    ["12 strange things", "en"],
    ["3 části", "cs"],
    ["3 части", "ru"],
    ["1.234 MB", null],
    ["04/05/2021", null],
    ["5 GB de RAM", "es"],
    ["www.example2.com", "en"],
    ["12", "en"],
    ["添加评论  05-19", "zh"],
    ["PHP 945", "en"],
    ["report-2021.pdf", "en"],
    ["M3 4.5", "en"],
    ["3 once 5", "es"],
    // Feet, ranges, times of day, addresses of devices, rates and shares of a choice.
    ["5 ft", "en"],
    ["6 Ft", "en"],
    ["5 to 7", "fr"],
    ["14h30", "fr"],
    ["2 p.m.", "en"],
    ["00:1A:2B:3C:4D:5E", "en"],
    ["EUR/USD 1.0823", "en"],
    ["Top 10 downloads", "en"],
    ["5 – 7 May 2021", "en"],
    ["\u2212100 min", "sv"],
    // Half bytes, and letters that multiply.
    ["1.5B", "en"],
    ["12 B", "tr"],
    ["$3T", "en"],
    ["₹12L", "en-IN"],
    ["₹1.2 Cr", "en-IN"],
    ["$3 trillion", "en"],
    ["公元2021年", "zh"],
    // Speeds.
    ["5 megabytes per second", "en"],
    ["512 B/s", "en"],
    ["5 Megabyte pro Sekunde", "de"],
    ["5 mégaoctets à la seconde", "fr"],
    ["5 мегабайт в секунду", "ru"],
    ["每秒 5 MB", "zh-TW"],
    ["5 MB每秒", "zh-HK"],
    ["초당 5메가바이트", "ko"],
    ["5 ميغابايت في الثانية", "ar"],
    // Spanish of Spain and of Mexico, English of Vienna and of London, Spanish of Puerto Rico.
    ["1,234 MB", "es"],
    ["1,234 MB", "en-AT"],
    ["03/05/2021", "es-PR"],
  ])("%s on a page in %s", (text, language) => {
    expect(told(text, language)).toEqual([]);
  });
});

test("what was read is kept as the page shows it", () => {
  expect(read("共 １４ ⻚ · 5.91 MB", "zh").map(({ text }) => text)).toEqual(["１４ ⻚", "5.91 MB"]);
  expect(read("Posted il y a 3 ans", "fr").map(({ text }) => text)).toEqual(["il y a 3 ans"]);
});

test("lines that repeat are read anew at another time, and on a page in another language", () => {
  expect(readFacets(["1 day ago", "", ""], { now, language: "en" })[0]?.value).toBe(goBack(now, 1, "d"));
  expect(readFacets(["1 day ago", "", ""], { now: now + 1000, language: "en" })[0]?.value).toBe(
    goBack(now + 1000, 1, "d"),
  );
  expect(told("1,234 KB", "en")).toEqual(["size 1263616"]);
  expect(told("1,234 KB", "de")).toEqual(["size 1264"]);
});
