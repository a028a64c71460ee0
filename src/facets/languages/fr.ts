import type { Language } from "./language.ts";

export const french: Language = {
  code: "fr",
  decimal: ",",
  spaceGroups: true,
  slashDates: "dmy",
  months:
    "janvier janv jan,février févr fév fevrier,mars,avril avr,mai,juin,juillet juil,août aout,septembre sept," +
    "octobre oct,novembre nov,décembre déc decembre dec",
  ages: {
    before: "il y a",
    units: {
      s: "seconde secondes sec s",
      min: "minute minutes min",
      h: "heure heures h",
      d: "jour jours j",
      w: "semaine semaines sem",
      mo: "mois m",
      y: "an ans année années a",
    },
    one: "un une",
  },
  days: "aujourd'hui|aujourd’hui,hier,avant-hier",
  now: "à l'instant|à l’instant|maintenant",
  magnitudes: {
    mille: 1e3,
    millier: 1e3,
    milliers: 1e3,
    million: 1e6,
    millions: 1e6,
    milliard: 1e9,
    milliards: 1e9,
    md: 1e9,
    mrd: 1e9,
  },
  counts: {
    pages: "page pages",
    votes: "vote votes avis évaluation évaluations note notes",
    comments: "commentaire commentaires réponse réponses",
    views: "vue vues lecture lectures",
    downloads: "téléchargement téléchargements",
  },
  pagesLetter: "p.",
  rating: { outOf: "sur", stars: "étoile étoiles", label: "note évaluation" },
  duration: { label: "durée", after: "de lecture" },
  published: "publié publiée parution année date",
  free: "gratuit gratuite gratuitement",
};
