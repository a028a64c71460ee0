import type { Language } from "./language.ts";

export const portuguese: Language = {
  code: "pt",
  decimal: ",",
  slashDates: "dmy",
  months:
    "janeiro jan,fevereiro fev,março marco mar,abril abr,maio mai,junho jun,julho jul,agosto ago,setembro set," +
    "outubro out,novembro nov,dezembro dez",
  ages: {
    before: "há",
    after: "atrás",
    units: {
      s: "segundo segundos seg s",
      min: "minuto minutos min",
      h: "hora horas h",
      d: "dia dias d",
      w: "semana semanas sem",
      mo: "mês meses",
      y: "ano anos",
    },
    one: "um uma",
  },
  days: "hoje,ontem,anteontem",
  now: "agora|agora mesmo",
  magnitudes: { mil: 1e3, mi: 1e6, milhão: 1e6, milhões: 1e6, mm: 1e9, bi: 1e9, bilhão: 1e9, bilhões: 1e9 },
  counts: {
    pages: "página páginas",
    votes: "voto votos avaliação avaliações classificações pontos",
    comments: "comentário comentários resposta respostas",
    views: "visualização visualizações visita visitas",
    downloads: "download downloads descargas",
  },
  pagesLetter: "p.",
  pagesShort: "pág págs",
  rating: { outOf: "de", stars: "estrela estrelas", label: "avaliação classificação" },
  duration: { label: "duração", after: "de leitura" },
  published: "publicado publicada ano data",
  free: "grátis gratuito gratuita",
};
