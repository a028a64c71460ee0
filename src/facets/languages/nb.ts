import type { Language } from "./language.ts";

export const norwegian: Language = {
  code: "nb",
  decimal: ",",
  spaceGroups: true,
  slashDates: "dmy",
  months:
    "januar jan,februar feb,mars mar,april apr,mai,juni jun,juli jul,august aug,september sep sept,oktober okt," +
    "november nov,desember des",
  ages: {
    after: "siden",
    units: {
      s: "sekund sekunder sek s",
      min: "minutt minutter min",
      h: "time timer t",
      d: "dag dager døgn d",
      w: "uke uker u",
      mo: "måned måneder md mnd mån",
      y: "år",
    },
    one: "en ett én",
  },
  days: "i dag|idag,i går|igår,i forgårs",
  now: "nettopp|nå",
  magnitudes: { tusen: 1e3, mill: 1e6, million: 1e6, millioner: 1e6, mrd: 1e9, milliarder: 1e9 },
  counts: {
    pages: "side sider",
    votes: "stemme stemmer anmeldelse anmeldelser omtaler",
    comments: "kommentar kommentarer svar",
    views: "visning visninger",
    downloads: "nedlasting nedlastinger nedlastninger",
  },
  pagesLetter: "s.",
  rating: { outOf: "av", stars: "stjerne stjerner", label: "vurdering" },
  duration: { label: "varighet lengde" },
  published: "publisert utgitt år dato",
  free: "gratis",
};
