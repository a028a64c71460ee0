import type { PageTree } from "@/detection/detector/page-tree.ts";
import { weighProseBody } from "@/detection/detector/prose-body.ts";
import type { TextWeights } from "@/detection/detector/text-weights.ts";

/** What a page says of itself, outside its listing. */
export interface PageHints {
  /** A search field holds words, or the address does. */
  readonly asked: boolean;
  /** It has numbered pages or a next one. */
  readonly paged: boolean;
  /** It declares itself a thread or a question, or an article and holds the text of one. */
  readonly declaredArticle: boolean;
}

/** Names of fields and of address parameters that carry a search. */
const searchName = /^(?:q|s|p|k|wd|kw\d?|text|terms?)$|quer|search|keyword|nkw/i;

const fieldSelector = 'input[type="search" i],input[type="text" i],input:not([type]),textarea[name]';

/** Three pages in a row, numbered, are a pager; two numbers can be anything. */
const leastNumberedPages = 3;

/** Pages of lists say that they are articles too: an article has a few paragraphs in one place. */
const leastArticle = 400;

const typeOf = (names: string): RegExp => new RegExp(`"@type"\\s*:\\s*\\[?\\s*"(?:${names})"`);
const articleTypes = typeOf("\\w*Article|BlogPosting");
const threadTypes = typeOf("QAPage|Question|DiscussionForumPosting");
const listTypes = typeOf("ItemList|CollectionPage|SearchResultsPage");

/** Declarations are read this far: scripts can be of any length. */
const declarationLength = 20_000;

export function readPageHints(document: Document, tree: PageTree, weights: TextWeights): PageHints {
  const declaration = readDeclaration(document);
  return {
    asked: isAsked(document),
    paged: document.querySelector('link[rel~="next" i],a[rel~="next" i]') !== null || hasNumberedPages(tree, weights),
    declaredArticle:
      declaration === "thread" || (declaration === "article" && weighProseBody(tree, weights, []) >= leastArticle),
  };
}

function isAsked(document: Document): boolean {
  for (const field of document.querySelectorAll<HTMLInputElement>(fieldSelector)) {
    const isSearch = field.type === "search" || searchName.test(field.name);
    if (isSearch && field.value.trim() !== "") return true;
  }
  const query = /\?([^#]*)/.exec(document.URL)?.[1] ?? "";
  return [...new URLSearchParams(query)].some(([name, value]) => searchName.test(name) && value.trim() !== "");
}

function hasNumberedPages(tree: PageTree, weights: TextWeights): boolean {
  let before = Number.NaN;
  let inRow = 1;
  for (let index = 0; index < tree.tags.length; index++) {
    if (!tree.tags[index]!.link) continue;
    const weight = weights.weight(index);
    const text = weight > 0 && weight <= 4 ? (tree.elements[index]!.textContent ?? "").trim() : "";
    const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
    inRow = number === before + 1 ? inRow + 1 : 1;
    if (inRow >= leastNumberedPages) return true;
    before = number;
  }
  return false;
}

/** What the page's own metadata call it, where they call it one piece of writing. */
export function readDeclaration(document: Document): "article" | "thread" | null {
  let declared: "article" | null = null;
  const type = document.querySelector('meta[property="og:type" i]')?.getAttribute("content") ?? "";
  if (/^(?:article|news|blog_?post)/i.test(type)) declared = "article";
  else if (document.querySelector('meta[property="article:published_time" i]') !== null) declared = "article";
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const declaration = (script.textContent ?? "").slice(0, declarationLength);
    if (listTypes.test(declaration)) continue;
    if (threadTypes.test(declaration)) return "thread";
    if (articleTypes.test(declaration)) declared = "article";
  }
  return declared;
}
