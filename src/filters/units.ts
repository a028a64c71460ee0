import type { Measure } from "./condition.ts";

/** What a measure is counted in. */
export type Dimension = "count" | "bytes" | "date" | "age" | "money" | "rating" | "duration";

export const dimensionOf: Readonly<Record<Measure, Dimension>> = {
  pages: "count",
  size: "bytes",
  date: "date",
  age: "age",
  price: "money",
  rating: "rating",
  votes: "count",
  comments: "count",
  views: "count",
  downloads: "count",
  duration: "duration",
  hits: "count",
};

interface Unit {
  /** How many of the facet's base unit one of these is; ages count in milliseconds of mean length. */
  readonly factor: number;
  /** Further spellings, in lower case. */
  readonly spellings: readonly string[];
}

/** What is counted, said behind the number: "30 pages", "30页"; a measure's own name always is. */
const countWords: Readonly<Partial<Record<Measure, readonly string[]>>> = {
  pages: ["page", "p", "pp", "页", "頁"],
  views: ["次"],
  downloads: ["次"],
  votes: ["票"],
  comments: ["条"],
  hits: ["个", "個", "次"],
};

const hour = 3_600_000;
const day = 24 * hour;
/** The mean length of a year in the Gregorian calendar, in milliseconds. */
const year = 365.2425 * day;

/**
 * The units by dimension, under their canonical spelling, smallest first. The canonical spelling is what a condition
 * is printed with. A kilobyte is 1,024 bytes, in conditions as in facets.
 */
export const unitsOf: Readonly<Record<Exclude<Dimension, "date" | "money">, Readonly<Record<string, Unit>>>> = {
  count: {
    "": { factor: 1, spellings: [] },
    k: { factor: 1e3, spellings: ["thousand", "tsd", "tsd.", "千", "천", "тыс", "тыс."] },
    万: { factor: 1e4, spellings: ["萬", "만", "w"] },
    M: { factor: 1e6, spellings: ["m", "million", "millions", "mio", "mio.", "mn", "млн"] },
    亿: { factor: 1e8, spellings: ["億", "억"] },
    B: { factor: 1e9, spellings: ["b", "bn", "billion", "billions", "mrd", "mrd.", "млрд"] },
  },
  bytes: {
    B: { factor: 1, spellings: ["b", "byte", "bytes", "字节"] },
    KB: { factor: 1024, spellings: ["kb", "k", "kib", "ko", "кб", "kilobyte", "kilobytes", "千字节"] },
    MB: { factor: 1024 ** 2, spellings: ["mb", "m", "mib", "mo", "мб", "megabyte", "megabytes", "兆", "兆字节"] },
    GB: { factor: 1024 ** 3, spellings: ["gb", "g", "gib", "go", "гб", "gigabyte", "gigabytes", "吉字节"] },
    TB: { factor: 1024 ** 4, spellings: ["tb", "t", "tib", "to", "тб", "terabyte", "terabytes"] },
  },
  age: {
    min: { factor: 60_000, spellings: ["minute", "minutes", "mins", "分钟", "分鐘"] },
    h: { factor: hour, spellings: ["hour", "hours", "hr", "hrs", "小时", "小時"] },
    d: { factor: day, spellings: ["day", "days", "天", "日"] },
    w: { factor: 7 * day, spellings: ["week", "weeks", "wk", "wks", "周", "週", "星期", "个星期"] },
    mo: { factor: year / 12, spellings: ["month", "months", "mon", "mos", "个月", "個月", "月"] },
    y: { factor: year, spellings: ["year", "years", "yr", "yrs", "年"] },
  },
  rating: {
    "": { factor: 1, spellings: ["/5", "★", "star", "stars", "星"] },
    "/10": { factor: 1 / 2, spellings: [] },
    "%": { factor: 1 / 20, spellings: ["/100"] },
  },
  duration: {
    s: { factor: 1, spellings: ["sec", "secs", "second", "seconds", "秒"] },
    m: { factor: 60, spellings: ["min", "mins", "minute", "minutes", "分", "分钟", "分鐘"] },
    h: { factor: 3600, spellings: ["hr", "hrs", "hour", "hours", "小时", "小時"] },
    d: { factor: 86_400, spellings: ["day", "days", "天"] },
  },
};

/** Dimensions whose figures mean nothing without a unit, unless they are 0. */
export const needsUnit = (dimension: Dimension): boolean =>
  dimension === "bytes" || dimension === "age" || dimension === "duration";

const canonicalBySpelling = new Map<Dimension, Map<string, string>>();
for (const [dimension, units] of Object.entries(unitsOf)) {
  const spellings = new Map<string, string>();
  for (const [canonical, unit] of Object.entries(units)) {
    spellings.set(canonical, canonical);
    spellings.set(canonical.toLowerCase(), canonical);
    for (const spelling of unit.spellings) spellings.set(spelling, canonical);
  }
  canonicalBySpelling.set(dimension as Dimension, spellings);
}

/** The canonical spelling of a unit, or undefined where the dimension has no such unit. Capitals do not matter. */
export const canonicalUnit = (dimension: Dimension, spelling: string): string | undefined => {
  const spellings = canonicalBySpelling.get(dimension);
  return spellings?.get(spelling) ?? spellings?.get(spelling.toLowerCase());
};

/** The same for what is measured: what is counted may stand behind the unit, as in "3万次". */
export const canonicalUnitOf = (measure: Measure, spelling: string): string | undefined => {
  const dimension = dimensionOf[measure];
  const known = canonicalUnit(dimension, spelling);
  if (known !== undefined || dimension !== "count") return known;
  const typed = spelling.toLowerCase();
  const counted = [measure, ...(countWords[measure] ?? [])].find((word) => typed.endsWith(word));
  return counted === undefined ? undefined : canonicalUnit(dimension, spelling.slice(0, -counted.length));
};

/** The units a user may write for a dimension, as they are offered in messages. */
export const unitNames = (dimension: Dimension): readonly string[] =>
  dimension === "date" || dimension === "money"
    ? []
    : Object.keys(unitsOf[dimension]).filter((canonical) => canonical !== "");

/** How much one unit is in the base unit of its dimension; 1 for what has no such table. */
export const unitFactor = (dimension: Dimension, canonical: string): number =>
  dimension === "date" || dimension === "money" ? 1 : (unitsOf[dimension][canonical]?.factor ?? 1);
