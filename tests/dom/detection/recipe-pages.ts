/** What a result has to be read as, white space folded. */
export interface ExpectedResult {
  readonly title: string;
  readonly url: string | null;
  readonly host: string | null;
  readonly snippet: string;
}

/** A page beside this file, and what its recipe has to find there. */
export interface RecipePageCase {
  readonly page: string;
  readonly address: string;
  readonly recipe: string;
  readonly results: readonly ExpectedResult[];
}

const result = (title: string, url: string | null, snippet: string, host?: string | null): ExpectedResult => ({
  title,
  url,
  host: host === undefined && url !== null ? new URL(url).hostname : (host ?? null),
  snippet,
});

/** Each page is written by hand in its engine's structure. */
export const recipePages: readonly RecipePageCase[] = [
  {
    page: "google-desktop",
    address: "https://www.google.co.uk/search?q=field+notes",
    recipe: "Google",
    results: [
      result(
        "Keeping field notes",
        "https://notes.example.org/field",
        "3 Mar 2026 — How to write things down while they happen.",
      ),
      result("Field notes, sealed", null, "A result whose link tells nothing.", "archive.example.net"),
      result("A thread about field notes", null, "Nothing here tells the site.", null),
      result("Field notes in seven minutes", "https://video.example.com/watch?v=1", "A film about notebooks."),
    ],
  },
  {
    page: "google-mobile",
    address: "https://www.google.com/search?q=tide+tables",
    recipe: "Google",
    results: [
      result("Tide tables for today", "https://tides.example.com/today", "High water at noon."),
      result("Harbour office: tides", null, "Low water at six.", "harbour.example.org"),
    ],
  },
  {
    page: "google-plain",
    address: "https://www.google.com/search?q=barley&gbv=1",
    recipe: "Google",
    results: [
      result("Barley, page two", "https://grain.example.org/barley?page=2", "A grain that is older than bread."),
      result("Malting at home", "http://malt.example.com/", "Soak, turn, dry."),
    ],
  },
  {
    page: "google-older",
    address: "https://www.google.de/search?q=r%C3%BCben",
    recipe: "Google",
    results: [
      result("Rüben aller Art", "https://rueben.example.de/", "Rote, gelbe und weiße."),
      result("Die Rübe im Acker", "https://acker.example.at/ruebe", "Säen, hacken, ziehen."),
    ],
  },
  {
    page: "bing",
    address: "https://www.bing.com/search?q=kite+knots",
    recipe: "Bing",
    results: [
      result("Knots for kites", "https://knots.example.com/kite", "Jul 12, 2025 · A larks head holds the line."),
      result("Bridles without tears", "https://bridle.example.org/", "Two points or three."),
      result("A link that tells nothing", null, "Its domain is shown.", "sealed.example.net"),
    ],
  },
  {
    page: "duckduckgo",
    address: "https://duckduckgo.com/?q=moss&ia=web",
    recipe: "DuckDuckGo",
    results: [
      result("A moss garden", "https://moss.example.org/garden", "Aug 20, 2025Shade, water and patience."),
      result("Bryology for beginners", "https://bryology.example.edu/", "Mosses, liverworts, hornworts."),
    ],
  },
  {
    page: "duckduckgo-html",
    address: "https://html.duckduckgo.com/html/?q=moss",
    recipe: "DuckDuckGo",
    results: [
      result("A moss garden", "https://moss.example.org/garden?a=1", "Shade, water and patience."),
      result("Bryology for beginners", "https://bryology.example.edu/", "Mosses, liverworts, hornworts."),
    ],
  },
  {
    page: "duckduckgo-lite",
    address: "https://lite.duckduckgo.com/lite/",
    recipe: "DuckDuckGo",
    results: [
      result("A moss garden", "https://moss.example.org/garden", "Shade, water and patience."),
      result("Bryology for beginners", "https://bryology.example.edu/", "Mosses, liverworts, hornworts."),
    ],
  },
  {
    page: "brave",
    address: "https://search.brave.com/search?q=bellows&source=web",
    recipe: "Brave",
    results: [
      result("How bellows breathe", "https://forge.example.com/bellows", "3 days ago - Leather, boards and a valve."),
      result("The smith's lungs", "https://smith.example.net/", "Repair with goatskin."),
    ],
  },
  {
    page: "startpage",
    address: "https://www.startpage.com/sp/search?query=lathe",
    recipe: "Startpage",
    results: [
      result("Turning a bowl", "https://lathe.example.com/", "Green wood first."),
      result("Sharpening a gouge", "https://gouge.example.org/sharpen", "Find the bevel."),
    ],
  },
  {
    page: "ecosia",
    address: "https://www.ecosia.org/search?method=index&q=hedges",
    recipe: "Ecosia",
    results: [
      result("Laying a hedge", "https://hedge.example.org/laying", "Pleachers, stakes and binders."),
      result("Who lives in a hedge", "https://birds.example.net/", "Wrens, mostly."),
    ],
  },
  {
    page: "yandex",
    address: "https://yandex.com.tr/search/?text=%D1%81%D0%B0%D0%BC%D0%BE%D0%B2%D0%B0%D1%80",
    recipe: "Yandex",
    results: [
      // An advertisement, whose link tells nothing.
      result("Самовары со склада", null, "Привезём завтра.", "samovar-shop.example.ru"),
      result("Самовар тульский", "https://tula.example.ru/samovar", "История и мастера."),
      result("Чай из самовара", "https://tea.example.com/", "На шишках вкуснее."),
    ],
  },
  {
    page: "baidu",
    address: "https://www.baidu.com/s?wd=%E7%AB%B9%E7%AC%9B",
    recipe: "Baidu",
    results: [
      result("竹笛_百度百科", "https://baike.baidu.com/item/%E7%AB%B9%E7%AC%9B", "一种吹管乐器。"),
      result("竹笛是怎样做成的", "https://dizi.example.cn/making", "2023年12月1日选竹、烘竹、开孔。"),
      result("只显示域名", null, "没有地址的结果。", "old.example.com.cn"),
    ],
  },
  {
    page: "yahoo",
    address: "https://uk.search.yahoo.com/search?p=slate",
    recipe: "Yahoo",
    results: [
      result("Slate roofs last", "https://slate.example.com/roofs", "Split, hole and hang."),
      result("Into the quarry", "https://quarry.example.org/", "Nine hundred steps."),
    ],
  },
  {
    page: "yahoo-japan",
    address: "https://search.yahoo.co.jp/search?p=%E6%8F%90%E7%81%AF",
    recipe: "Yahoo! JAPAN",
    results: [
      result("提灯の作り方", "https://chochin.example.jp/", "竹ひごと和紙。"),
      result("祭りの灯り", "https://matsuri.example.co.jp/light", "夏の夜に。"),
    ],
  },
  {
    page: "mojeek",
    address: "https://www.mojeek.com/search?q=peat",
    recipe: "Mojeek",
    results: [
      result("What the bog keeps", "https://bog.example.ie/peat", "Butter, shoes and kings."),
      result("Fen, bog, mire", "https://fen.example.org/", "Which is which."),
    ],
  },
  {
    page: "searxng",
    address: "https://searx.be/search",
    recipe: "SearXNG",
    results: [
      result("Make a sundial", "https://dial.example.org/make", "A stick, a board and a clear day."),
      result("Where noon is", "https://noon.example.net/", "Not at twelve."),
    ],
  },
  {
    page: "google-scholar",
    address: "https://scholar.google.com/scholar?q=lichens",
    recipe: "Google Scholar",
    results: [
      result("Lichens and time", "https://press.example.com/lichens", "Growth is measured in centuries."),
      result("A lichen flora of nowhere", null, "", null),
    ],
  },
];

/** Pages that only a browser can be asked about: happy-dom does not know complex selectors in `:not()`. */
export const browserOnlyPages: readonly RecipePageCase[] = [
  {
    page: "google-answers",
    address: "https://www.google.com/search?q=field+notes",
    recipe: "Google",
    results: [result("Keeping field notes", "https://notes.example.org/field", "How to write things down.")],
  },
];
