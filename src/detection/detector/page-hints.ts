import type { PageTree } from "@/detection/detector/page-tree.ts";
import { type Paragraphs, weighProseBody } from "@/detection/detector/prose-body.ts";

/** What a page says of itself, outside its listing. */
export interface PageHints {
  /** A search field holds words, or the address does. */
  readonly asked: boolean;
  /** It declares itself a thread or a question, or an article and holds the text of one. */
  readonly declaredArticle: boolean;
}

/** Names of fields and of address parameters that carry a search. */
const searchName = /^(?:q|s|p|k|wd|kw\d?|text|terms?)$|quer|search|keyword|nkw/i;

/** How words begin that tell what a field is for, in the languages that users meet. */
const promptBeginning =
  /^(?:search|keywords?\b|enter\b|type\b|such(?:e|en|begriff)\b|recherche|rechercher|busca|pesquis|cerca\b|zoek|szukaj|поиск|найти|搜索|搜尋|请输入|請輸入|検索|검색|بحث)/i;

/** Code that empties a field when it is entered, and fills it again when it is left. */
const emptying = /\bvalue\b|clear|default/i;

/** Pages of lists say that they are articles too: an article has a few paragraphs in one place. */
const leastArticle = 400;

const typeOf = (names: string): RegExp => new RegExp(`"@type"\\s*:\\s*\\[?\\s*"(?:${names})"`);
const articleTypes = typeOf("\\w*Article|BlogPosting");
const threadTypes = typeOf("QAPage|Question|DiscussionForumPosting");
const listTypes = typeOf("ItemList|CollectionPage|SearchResultsPage");

/** Declarations are read this far: scripts can be of any length. */
const declarationLength = 20_000;

export function readPageHints(document: Document, tree: PageTree, paragraphs: Paragraphs): PageHints {
  const declaration = readDeclaration(document);
  return {
    asked: asksForResults(document),
    declaredArticle:
      declaration === "thread" || (declaration === "article" && weighProseBody(tree, paragraphs, []) >= leastArticle),
  };
}

/** Whether a search field holds words, or the address does. */
export function asksForResults(document: Document): boolean {
  for (const field of document.getElementsByTagName("input")) {
    const isSearch = field.type === "search" || (field.type === "text" && searchName.test(field.name));
    if (isSearch && field.value.trim() !== "" && !isPrompt(field)) return true;
  }
  const query = /\?([^#]*)/.exec(document.URL)?.[1] ?? "";
  if (query === "") return false;
  return [...new URLSearchParams(query)].some(([name, value]) => searchName.test(name) && value.trim() !== "");
}

/** Whether the words in a field only tell what to write there, as where older pages have no placeholder. */
function isPrompt(field: HTMLInputElement): boolean {
  const said = field.value.trim();
  if (promptBeginning.test(said)) return true;
  if (["placeholder", "title", "aria-label"].some((name) => field.getAttribute(name)?.trim() === said)) return true;
  return ["onfocus", "onclick", "onblur"].some((name) => emptying.test(field.getAttribute(name) ?? ""));
}

/** What the page's own metadata call it, where they call it one piece of writing. */
export function readDeclaration(document: Document): "article" | "thread" | null {
  let declared: "article" | null = null;
  const type = document.head.querySelector('meta[property="og:type" i]')?.getAttribute("content") ?? "";
  if (/^(?:article|news|blog_?post)/i.test(type)) declared = "article";
  else if (document.head.querySelector('meta[property="article:published_time" i]') !== null) declared = "article";
  for (const script of document.querySelectorAll('script[type="application/ld+json" i]')) {
    const declaration = (script.textContent ?? "").slice(0, declarationLength);
    if (listTypes.test(declaration)) continue;
    if (threadTypes.test(declaration)) return "thread";
    if (articleTypes.test(declaration)) declared = "article";
  }
  return declared;
}
