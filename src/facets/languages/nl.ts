import type { Language } from "./language.ts";

export const dutch: Language = {
  code: "nl",
  decimal: ",",
  slashDates: "dmy",
  months:
    "januari jan,februari feb,maart mrt,april apr,mei,juni jun,juli jul,augustus aug,september sep sept,oktober okt," +
    "november nov,december dec",
  ages: {
    after: "geleden",
    units: {
      s: "seconde seconden sec s",
      min: "minuut minuten min",
      h: "uur uren u",
      d: "dag dagen dgn d",
      w: "week weken wk w",
      mo: "maand maanden mnd",
      y: "jaar jaren jr j",
    },
    one: "een één",
  },
  days: "vandaag,gisteren,eergisteren",
  now: "zojuist|nu",
  magnitudes: { duizend: 1e3, mln: 1e6, miljoen: 1e6, mld: 1e9, mrd: 1e9, miljard: 1e9 },
  counts: {
    pages: "pagina pagina's pagina’s",
    votes: "stem stemmen beoordeling beoordelingen recensies reviews",
    comments: "reactie reacties opmerking opmerkingen antwoord antwoorden",
    views: "weergave weergaven",
    downloads: "download downloads",
  },
  pagesLetter: "p.",
  pagesShort: "blz",
  rating: { outOf: "van|van de", stars: "ster sterren", label: "beoordeling waardering" },
  duration: { label: "duur lengte", after: "leestijd" },
  published: "gepubliceerd jaar datum",
  free: "gratis",
};
