import type { Language } from "./language.ts";

export const danish: Language = {
  code: "da",
  decimal: ",",
  slashDates: "dmy",
  months:
    "januar jan,februar feb,marts mar,april apr,maj,juni jun,juli jul,august aug,september sep sept,oktober okt," +
    "november nov,december dec",
  ages: {
    after: "siden",
    units: {
      s: "sekund sekunder sek s",
      min: "minut minutter min",
      h: "time timer t",
      d: "dag dage d",
      w: "uge uger",
      mo: "måned måneder md mdr",
      y: "år",
    },
    one: "en et én ét",
  },
  days: "i dag|idag,i går|igår,forgårs",
  now: "lige nu|nu",
  magnitudes: { t: 1e3, tusind: 1e3, mio: 1e6, million: 1e6, millioner: 1e6, mia: 1e9, milliarder: 1e9 },
  counts: {
    pages: "side sider",
    votes: "stemme stemmer anmeldelse anmeldelser bedømmelser",
    comments: "kommentar kommentarer svar",
    views: "visning visninger",
    downloads: "download downloads",
  },
  pagesLetter: "s.",
  rating: { outOf: "af|ud af", stars: "stjerne stjerner", label: "bedømmelse" },
  duration: { label: "varighed længde" },
  published: "udgivet år dato",
  free: "gratis",
};
