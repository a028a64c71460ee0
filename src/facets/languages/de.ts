import type { Language } from "./language.ts";

export const german: Language = {
  code: "de",
  decimal: ",",
  slashDates: "dmy",
  months:
    "januar jänner jan jän,februar feber feb,märz mär mrz,april apr,mai,juni jun,juli jul,august aug," +
    "september sept sep,oktober okt,november nov,dezember dez",
  ages: {
    before: "vor",
    units: {
      s: "sekunde sekunden sek s",
      min: "minute minuten min m",
      h: "stunde stunden std h",
      d: "tag tage tagen t",
      w: "woche wochen wo",
      mo: "monat monate monaten mon",
      y: "jahr jahre jahren j",
    },
    one: "einem einer",
  },
  days: "heute,gestern,vorgestern",
  now: "gerade eben|soeben|jetzt",
  magnitudes: { tsd: 1e3, tausend: 1e3, mio: 1e6, million: 1e6, millionen: 1e6, mrd: 1e9, milliarden: 1e9 },
  counts: {
    pages: "seite seiten seitenzahl",
    votes: "stimme stimmen bewertung bewertungen rezension rezensionen punkte",
    comments: "kommentar kommentare antwort antworten",
    views: "aufruf aufrufe ansichten zugriffe hits",
    downloads: "download downloads",
  },
  pagesLetter: "s.",
  rating: { outOf: "von", stars: "stern sterne sternen", label: "bewertung" },
  duration: { label: "dauer länge laufzeit spieldauer lesezeit", after: "lesezeit lesedauer" },
  published: "veröffentlicht jahr erscheinungsjahr datum",
  free: "kostenlos gratis",
};
