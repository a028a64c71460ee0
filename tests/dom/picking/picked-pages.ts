/** A page of one shape, what is picked on it, and what should be proposed first. */
export interface PickedPage {
  readonly shape: string;
  readonly body: string;
  /** Selectors of what may be picked; each must lead to the same answer. */
  readonly picks: readonly string[];
  /** The roots that are to be found, as a selector that only this test knows. */
  readonly roots: string;
  readonly title: (place: number) => string;
  readonly url: (place: number) => string | null;
  /** The number of further elements of each result. */
  readonly parts?: number;
  readonly snippet?: (place: number) => string;
}

const names = ["Copper elbow", "Brass valve", "Steel flange", "Rubber seal", "Ball valve", "Pipe clamp", "Zinc washer"];
export const nameOf = (place: number): string => `${names[place % names.length] ?? ""} no. ${String(place + 1)}`;
export const textOf = (place: number): string =>
  `What is said of piece ${String(place + 1)} goes on for some words, so that it is a text and not a figure.`;
const linkOf = (place: number): string => `https://parts.example/piece/${String(place)}`;
const relative = (place: number): string => `/piece/${String(place)}`;

const times = (count: number, one: (place: number) => string): string =>
  Array.from({ length: count }, (_, place) => one(place)).join("\n");

const around = (listing: string): string => `
  <header><nav><ul>${times(5, (place) => `<li><a href="/menu/${String(place)}">Menu ${String(place)}</a></li>`)}</ul></nav></header>
  <main>${listing}</main>
  <footer><p>Imprint and more that nobody reads</p><a href="/imprint">Imprint</a></footer>`;

const plain = { title: nameOf, url: linkOf };

export const pickedPages: readonly PickedPage[] = [
  {
    ...plain,
    shape: "siblings with a class",
    body: around(
      times(
        6,
        (place) =>
          `<div class="result" data-root><h3><a href="${relative(place)}">${nameOf(place)}</a></h3><p class="snippet">${textOf(place)}</p><span class="date">2024</span></div>`,
      ),
    ),
    picks: [".result:nth-child(2) a", ".result:nth-child(3) p", ".result:nth-child(1) .date", ".result:nth-child(4)"],
    roots: "[data-root]",
    snippet: textOf,
  },
  {
    ...plain,
    shape: "siblings with nothing but hashed classes, between other things",
    body: around(
      `<div class="css-1x2y3z"><div class="x9Kq2a"><h2>Parts</h2></div>${times(
        6,
        (place) =>
          `<div class="b7Ht1${String(place)}"><div><h3><a href="${relative(place)}">${nameOf(place)}</a></h3></div><div>${textOf(place)}</div></div>${place === 2 ? '<div class="q8Lm2"><b>Advertisement</b></div>' : ""}`,
      )}<div class="zz9Pl4"><a href="/2">2</a> <a href="/3">3</a></div></div>`,
    ),
    picks: ["h3 a", "h3"],
    roots: "main > div > div:has(h3)",
    snippet: textOf,
  },
  {
    ...plain,
    shape: "results wrapped singly",
    body: around(
      times(
        5,
        (place) =>
          `<div><article class="hit"><a class="hit-title" href="${relative(place)}">${nameOf(place)}</a><p>${textOf(place)}</p></article></div>`,
      ),
    ),
    picks: [".hit-title", ".hit p"],
    roots: "article",
    snippet: textOf,
  },
  {
    shape: "rows of a table under a head",
    body: around(
      `<table id="parts"><thead><tr><th>Name</th><th>Maker</th><th>Price</th></tr></thead><tbody>${times(
        6,
        (place) =>
          `<tr data-row><td><a href="${relative(place)}">${nameOf(place)}</a></td><td>Maker ${String(place % 2)}</td><td>${String(place)},50 €</td></tr>`,
      )}</tbody></table>`,
    ),
    picks: ["tbody tr:nth-child(2) a", "tbody tr:nth-child(3) td:nth-child(2)", "tbody tr:nth-child(4)"],
    roots: "[data-row]",
    title: nameOf,
    url: linkOf,
  },
  {
    ...plain,
    shape: "terms with descriptions",
    body: around(
      `<dl>${times(6, (place) => `<dt><a href="${relative(place)}">${nameOf(place)}</a></dt><dd>${textOf(place)}</dd>`)}</dl>`,
    ),
    picks: ["dt:nth-of-type(2) a", "dd:nth-of-type(3)"],
    roots: "dt",
    parts: 1,
    snippet: textOf,
  },
  {
    ...plain,
    shape: "headings with texts after them",
    body: around(
      `<div class="list">${times(5, (place) => `<h3><a href="${relative(place)}">${nameOf(place)}</a></h3><p>${textOf(place)}</p>`)}</div>`,
    ),
    picks: ["h3 a", "p:nth-of-type(2)"],
    roots: "h3",
    parts: 1,
    snippet: textOf,
  },
  {
    ...plain,
    shape: "a grid of rows of cards",
    body: around(
      times(
        4,
        (row) =>
          `<div class="row">${times(
            3,
            (column) =>
              `<div class="card"><img alt="" src="/i.png"><h4><a href="${relative(row * 3 + column)}">${nameOf(row * 3 + column)}</a></h4><p>${textOf(row * 3 + column)}</p></div>`,
          )}</div>`,
      ),
    ),
    picks: [".card a", ".row:nth-child(2) .card:nth-child(2) p"],
    roots: ".card",
    snippet: textOf,
  },
  {
    ...plain,
    shape: "cards that are links",
    body: around(
      times(
        6,
        (place) =>
          `<a class="tile" href="${relative(place)}"><img alt="" src="/i.png"><h4>${nameOf(place)}</h4><span>${textOf(place)}</span></a>`,
      ),
    ),
    picks: [".tile:nth-child(3) h4", ".tile:nth-child(2) span", ".tile"],
    roots: ".tile",
    snippet: textOf,
  },
  {
    ...plain,
    shape: "a list with lists inside, and a card of the same class elsewhere",
    body: `${around(
      `<ol>${times(
        6,
        (place) =>
          `<li class="card"><h3><a href="${relative(place)}">${nameOf(place)}</a></h3><p>${textOf(place)}</p><ul class="tags"><li><a href="/t/a">new</a></li><li><a href="/t/b">used</a></li></ul></li>`,
      )}</ol>`,
    )}<aside><ul>${times(3, (place) => `<li class="card"><h3><a href="/other/${String(place)}">Other ${nameOf(place)}</a></h3><p>${textOf(place)}</p></li>`)}</ul></aside>`,
    picks: ["ol h3 a", "ol > li:nth-child(2) .tags a"],
    roots: "main .card",
    snippet: textOf,
  },
  {
    shape: "results without any link",
    body: around(
      times(
        6,
        (place) =>
          `<div class="entry"><div class="entry-name">${nameOf(place)}</div><div class="entry-note">${textOf(place)}</div></div>`,
      ),
    ),
    picks: [".entry-name", ".entry:nth-child(3) .entry-note"],
    roots: ".entry",
    title: nameOf,
    url: () => null,
    snippet: textOf,
  },
  {
    ...plain,
    shape: "elements of the site's own making",
    body: around(
      times(
        5,
        (place) =>
          `<search-hit><div slot="title"><a href="${relative(place)}">${nameOf(place)}</a></div><div slot="text">${textOf(place)}</div></search-hit>`,
      ),
    ),
    picks: ["search-hit a"],
    roots: "search-hit",
    snippet: textOf,
  },
];
