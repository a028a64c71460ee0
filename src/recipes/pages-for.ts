import { type AddressParts, compileMatchPattern, type MatchPattern } from "./match-pattern.ts";
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

/**
 * The pages of a recipe that an address belongs to. `userAgent` is the browser's kind; `any` takes pages of all kinds.
 * Throws a SyntaxError where a regular expression of the recipe cannot be read.
 */
export const pagesFor = (
  recipe: Recipe,
  address: AddressParts,
  userAgent: UserAgent,
  findsOnPage: FindsOnPage,
): readonly RecipePage[] => recipe.pages.filter((page) => isFor(page, address, userAgent, findsOnPage));
