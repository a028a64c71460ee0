import type { Language } from "./language.ts";

export const turkish: Language = {
  code: "tr",
  decimal: ",",
  slashDates: "dmy",
  months:
    "ocak oca,şubat şub,mart mar,nisan nis,mayıs may,haziran haz,temmuz tem,ağustos ağu,eylül eyl,ekim eki," +
    "kasım kas,aralık ara",
  ages: {
    after: "önce",
    units: {
      s: "saniye sn",
      min: "dakika dk",
      h: "saat sa",
      d: "gün",
      w: "hafta hf",
      mo: "ay",
      y: "yıl sene",
    },
    one: "bir",
  },
  days: "bugün,dün,evvelsi gün|önceki gün",
  now: "az önce|şimdi",
  magnitudes: { bin: 1e3, b: 1e3, mn: 1e6, milyon: 1e6, mr: 1e9, milyar: 1e9 },
  counts: {
    pages: "sayfa",
    votes: "oy değerlendirme puan",
    comments: "yorum yanıt cevap",
    views: "görüntüleme görüntülenme izlenme",
    downloads: "indirme",
  },
  rating: { outOf: "üzerinden", stars: "yıldız", label: "puan değerlendirme" },
  duration: { label: "süre" },
  published: "yayınlanma yıl tarih",
  free: "ücretsiz bedava",
};
