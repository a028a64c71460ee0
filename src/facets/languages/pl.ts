import type { Language } from "./language.ts";

export const polish: Language = {
  code: "pl",
  decimal: ",",
  spaceGroups: true,
  slashDates: "dmy",
  months:
    "styczeń stycznia sty,luty lutego lut,marzec marca mar,kwiecień kwietnia kwi,maj maja,czerwiec czerwca cze," +
    "lipiec lipca lip,sierpień sierpnia sie,wrzesień września wrz,październik października paź," +
    "listopad listopada lis,grudzień grudnia gru",
  ages: {
    after: "temu",
    units: {
      s: "sekundę sekundy sekund sek s",
      min: "minutę minuty minut min",
      h: "godzinę godziny godzin godz g h",
      d: "dzień dni dnia",
      w: "tydzień tygodnie tygodni tygodnia tyg tydz",
      mo: "miesiąc miesiące miesięcy miesiąca mies",
      y: "rok lata lat roku r l",
    },
    bareUnit: true,
  },
  days: "dzisiaj|dziś,wczoraj|wcz.,przedwczoraj",
  now: "przed chwilą|teraz",
  magnitudes: {
    tys: 1e3,
    tysiąc: 1e3,
    tysiąca: 1e3,
    tysiące: 1e3,
    tysięcy: 1e3,
    mln: 1e6,
    miliona: 1e6,
    milionów: 1e6,
    mld: 1e9,
  },
  counts: {
    pages: "strona strony stron",
    votes: "głos głosy głosów ocena oceny ocen opinia opinie opinii recenzji",
    comments: "komentarz komentarze komentarzy odpowiedź odpowiedzi",
    views: "wyświetlenie wyświetlenia wyświetleń odsłon odsłony",
    downloads: "pobranie pobrania pobrań",
  },
  pagesLetter: "str.",
  rating: { outOf: "z|na", stars: "gwiazdka gwiazdki gwiazdek", label: "ocena" },
  duration: { label: "czas długość", after: "czytania" },
  published: "opublikowano rok data",
  free: "bezpłatne bezpłatnie darmowe",
};
