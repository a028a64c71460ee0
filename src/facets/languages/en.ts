import type { Language } from "./language.ts";

export const english: Language = {
  code: "en",
  decimal: ".",
  months:
    "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sept sep,october oct," +
    "november nov,december dec",
  ages: {
    after: "ago",
    units: {
      s: "second seconds sec secs s",
      min: "minute minutes min mins m",
      h: "hour hours hr hrs h",
      d: "day days d",
      w: "week weeks wk wks w",
      mo: "month months mo mos",
      y: "year years yr yrs y",
    },
    one: "a an one",
  },
  days: "today,yesterday",
  now: "just now|now",
  magnitudes: { thousand: 1e3, million: 1e6, mn: 1e6, billion: 1e9, bn: 1e9, lakh: 1e5, crore: 1e7 },
  counts: {
    pages: "page pages",
    votes: "vote votes upvote upvotes rating ratings review reviews like likes point points",
    comments: "comment comments reply replies answer answers response responses",
    views: "view views play plays read reads",
    downloads: "download downloads install installs",
  },
  pagesLetter: "p.",
  pagesShort: "pp pgs",
  rating: { outOf: "out of|of", stars: "star stars", label: "rating rated" },
  duration: { label: "duration length runtime time", after: "read watch" },
  published: "published year publication date",
  free: "free",
};
