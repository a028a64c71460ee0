import type { Language } from "./language.ts";

export const swedish: Language = {
  code: "sv",
  decimal: ",",
  spaceGroups: true,
  months:
    "januari jan,februari feb febr,mars,april apr,maj,juni jun,juli jul,augusti aug,september sep sept,oktober okt," +
    "november nov,december dec",
  ages: {
    before: "för",
    after: "sedan",
    units: {
      s: "sekund sekunder sek s",
      min: "minut minuter min m",
      h: "timme timmar tim h",
      d: "dag dagar d",
      w: "vecka veckor v",
      mo: "månad månader mån",
      y: "år",
    },
    one: "en ett",
  },
  days: "idag|i dag,igår|i går,i förrgår|förrgår",
  now: "nyss|just nu|nu",
  magnitudes: { tn: 1e3, tusen: 1e3, mn: 1e6, miljon: 1e6, miljoner: 1e6, md: 1e9, miljarder: 1e9 },
  counts: {
    pages: "sida sidor",
    votes: "röst röster betyg recension recensioner",
    comments: "kommentar kommentarer svar",
    views: "visning visningar",
    downloads: "nedladdning nedladdningar",
  },
  pagesLetter: "s.",
  rating: { outOf: "av", stars: "stjärna stjärnor", label: "betyg" },
  duration: { label: "längd" },
  published: "publicerad publicerat år datum",
  free: "gratis",
};
