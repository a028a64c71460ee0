import type { Language } from "./language.ts";

export const czech: Language = {
  code: "cs",
  decimal: ",",
  spaceGroups: true,
  slashDates: "dmy",
  months:
    "leden ledna led,únor února úno,březen března bře,duben dubna dub,květen května kvě,červen června čvn," +
    "červenec července čvc,srpen srpna srp,září zář,říjen října říj,listopad listopadu lis,prosinec prosince pro",
  ages: {
    before: "před",
    units: {
      s: "sekundou sekundami s",
      min: "minutou minutami minuta minuty minut min",
      h: "hodinou hodinami hodina hodiny hodin h",
      d: "dnem dny dne",
      w: "týdnem týdny týd",
      mo: "měsícem měsíci měs",
      y: "rokem lety roky let r l",
    },
    bareUnit: true,
  },
  days: "dnes,včera,předevčírem",
  now: "právě teď|nyní",
  magnitudes: { tis: 1e3, tisíc: 1e3, tisíce: 1e3, milionu: 1e6, milionů: 1e6, mil: 1e6, mld: 1e9 },
  counts: {
    pages: "strana strany stran stránka stránky stránek",
    votes: "hlas hlasy hlasů hodnocení recenze recenzí",
    comments: "komentář komentáře komentářů odpověď odpovědi odpovědí",
    views: "zhlédnutí zobrazení",
    downloads: "stažení",
  },
  pagesLetter: "s.",
  rating: { outOf: "z", stars: "hvězdička hvězdičky hvězdiček hvězd", label: "hodnocení" },
  duration: { label: "délka" },
  published: "publikováno rok datum",
  free: "zdarma",
};
