import type { Language } from "./language.ts";

export const italian: Language = {
  code: "it",
  decimal: ",",
  slashDates: "dmy",
  months:
    "gennaio gen,febbraio feb,marzo mar,aprile apr,maggio mag,giugno giu,luglio lug,agosto ago,settembre set sett," +
    "ottobre ott,novembre nov,dicembre dic",
  ages: {
    after: "fa",
    units: {
      s: "secondo secondi sec s",
      min: "minuto minuti min",
      h: "ora ore h",
      d: "giorno giorni gg g",
      w: "settimana settimane sett",
      mo: "mese mesi",
      y: "anno anni",
    },
    one: "un una un'",
  },
  days: "oggi,ieri,l'altro ieri|l’altro ieri|l'altroieri",
  now: "ora|adesso|proprio ora",
  magnitudes: { mila: 1e3, mln: 1e6, milione: 1e6, milioni: 1e6, mrd: 1e9, mld: 1e9, miliardi: 1e9 },
  counts: {
    pages: "pagina pagine",
    votes: "voto voti recensione recensioni valutazioni punti",
    comments: "commento commenti risposta risposte",
    views: "visualizzazione visualizzazioni visite letture",
    downloads: "download scaricamenti",
  },
  pagesLetter: "p.",
  pagesShort: "pag pagg",
  rating: { outOf: "su", stars: "stella stelle", label: "valutazione voto" },
  duration: { label: "durata", after: "di lettura" },
  published: "pubblicato pubblicata anno data",
  free: "gratis gratuito gratuita",
};
