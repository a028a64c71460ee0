import type { Language } from "./language.ts";

export const spanish: Language = {
  code: "es",
  decimal: ",",
  slashDates: "dmy",
  months:
    "enero ene,febrero feb,marzo mar,abril abr,mayo may,junio jun,julio jul,agosto ago,septiembre setiembre sept sep," +
    "octubre oct,noviembre nov,diciembre dic",
  ages: {
    before: "hace",
    after: "atrás",
    units: {
      s: "segundo segundos seg s",
      min: "minuto minutos min",
      h: "hora horas h",
      d: "día días dia dias d",
      w: "semana semanas sem",
      mo: "mes meses m",
      y: "año años a",
    },
    one: "un una",
  },
  days: "hoy,ayer,anteayer",
  now: "ahora|ahora mismo",
  magnitudes: { mil: 1e3, millón: 1e6, millones: 1e6, mill: 1e6 },
  counts: {
    pages: "página páginas",
    votes: "voto votos valoración valoraciones opinión opiniones reseña reseñas calificaciones puntos",
    comments: "comentario comentarios respuesta respuestas",
    views: "visualización visualizaciones vista vistas visita visitas reproducción reproducciones lecturas",
    downloads: "descarga descargas",
  },
  pagesLetter: "p.",
  pagesShort: "pag pág págs",
  rating: { outOf: "de", stars: "estrella estrellas", label: "valoración calificación puntuación" },
  duration: { label: "duración", after: "de lectura" },
  published: "publicado publicada año fecha",
  free: "gratis gratuito gratuita",
};
