import { type AddressParts, compileMatchPattern, type MatchPattern, namesHost } from "./match-pattern.ts";
import type { Recipe, RecipePage, UserAgent } from "./recipe.ts";

const compiled = new Map<string, MatchPattern | null>();

const fits = (address: AddressParts, patterns: readonly string[] = []): boolean =>
  patterns.some((pattern) => {
    if (!compiled.has(pattern)) compiled.set(pattern, compileMatchPattern(pattern));
    return compiled.get(pattern)?.(address) ?? false;
  });

/** What the page itself says, for recipes that know a site's software on any host. */
export type FindsOnPage = (selector: string) => boolean;

const isForKind = (wanted: UserAgent, browser: UserAgent): boolean =>
  wanted === "any" || browser === "any" || wanted === browser;

const isFor = (page: RecipePage, address: AddressParts, userAgent: UserAgent, findsOnPage: FindsOnPage): boolean =>
  (fits(address, page.matches) || (page.anyHostIf !== undefined && findsOnPage(page.anyHostIf))) &&
  !fits(address, page.excludeMatches) &&
  (page.includeRegex === undefined || new RegExp(page.includeRegex, "u").test(address.href)) &&
  (page.excludeRegex === undefined || !new RegExp(page.excludeRegex, "u").test(address.href)) &&
  isForKind(page.userAgent ?? "any", userAgent);

/** The page with the properties that its results have on an address. */
const withProps = (page: RecipePage, { href }: AddressParts): RecipePage => {
  const fitting = page.commonPropsIf?.find(({ includeRegex }) => new RegExp(includeRegex, "u").test(href));
  return fitting === undefined ? page : { ...page, commonProps: { ...page.commonProps, ...fitting.commonProps } };
};

/**
 * What recipes say of the results of an address for which they have no page that finds any: that of the first that
 * knows the host, or its software. Throws as {@link pagesFor} does.
 */
export const propsFor = (
  recipes: readonly Recipe[],
  address: AddressParts,
  findsOnPage: FindsOnPage,
): RecipePage["commonProps"] => {
  const knowsHost = ({ matches, anyHostIf }: RecipePage): boolean =>
    matches.some((pattern) => namesHost(pattern, address.hostname)) ||
    (anyHostIf !== undefined && findsOnPage(anyHostIf));
  const page = recipes.flatMap(({ pages }) => pages).find((one) => one.commonProps !== undefined && knowsHost(one));
  return page && withProps(page, address).commonProps;
};

/**
 * The pages of a recipe that an address belongs to, with the properties that their results have there. `userAgent` is
 * the browser's kind; `any` takes pages of all kinds. Throws a SyntaxError where a regular expression of the recipe
 * cannot be read.
 */
export const pagesFor = (
  recipe: Recipe,
  address: AddressParts,
  userAgent: UserAgent,
  findsOnPage: FindsOnPage,
): readonly RecipePage[] =>
  recipe.pages.filter((page) => isFor(page, address, userAgent, findsOnPage)).map((page) => withProps(page, address));
