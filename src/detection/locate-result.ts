import type { RecipeResult, Redirect } from "@/recipes/recipe.ts";
import { unwrapRedirect } from "@/recipes/unwrap-redirect.ts";

import { extraElements } from "./extra-elements.ts";
import type { LocatedResult } from "./located-result.ts";
import { elementAt, propertyElements, readProperty } from "./run-command.ts";

type Address = Pick<LocatedResult, "url" | "displayedHost">;

const absolute = (raw: string, base?: string): string | null => {
  const url = URL.canParse(raw.trim(), base) ? new URL(raw.trim(), base) : null;
  return url && /^https?:$/u.test(url.protocol) ? url.href : null;
};

const unwrapped = (address: string, redirects: readonly Redirect[]): string | null => {
  const target = unwrapRedirect(address, redirects);
  return target === null ? null : absolute(target);
};

const linkAddress = ({ link }: RecipeResult, root: Element): string | null => {
  const raw = link === undefined ? null : (elementAt(link, root)?.getAttribute("href") ?? null);
  return raw === null ? null : absolute(raw, root.ownerDocument.baseURI);
};

const addressOf = (recipe: RecipeResult, redirects: readonly Redirect[], root: Element): Address => {
  const linked = linkAddress(recipe, root);
  const target = linked === null ? null : unwrapped(linked, redirects);
  if (target !== null) return { url: target, displayedHost: null };
  // A lone selector as `url` means the attribute, in SERPINFO.
  const read = readProperty(typeof recipe.url === "string" ? ["attribute", "href", recipe.url] : recipe.url, root);
  const address = read ? absolute(read.text) : null;
  if (!read || address === null) return { url: null, displayedHost: null };
  return read.displayed
    ? { url: null, displayedHost: new URL(address).hostname }
    : { url: unwrapped(address, redirects), displayedHost: null };
};

const outermost = (elements: readonly Element[]): readonly Element[] =>
  elements.filter((element) => !elements.some((other) => other !== element && other.contains(element)));

/** What the recipe says of a result beside its fields: what all results of the page say, and what this one does. */
const propertiesOf = (
  { props = {} }: RecipeResult,
  root: Element,
  common: LocatedResult["properties"],
): LocatedResult["properties"] => {
  const own = Object.entries(props).flatMap(([name, command]) => {
    const text = name === "title" || name === "snippet" ? undefined : readProperty(command, root)?.text;
    return text === undefined ? [] : [[name, text] as const];
  });
  return own.length === 0 ? common : { ...common, ...Object.fromEntries(own) };
};

/**
 * Reads where one result of a recipe is. Null where the root has neither a title nor an address: then it is no result.
 * Throws where a selector or regular expression of the recipe cannot be read.
 */
export const locateResult = (
  recipe: RecipeResult,
  redirects: readonly Redirect[],
  root: Element,
  common?: LocatedResult["properties"],
): LocatedResult | null => {
  const { title: titleCommand, snippet: snippetCommand } = recipe.props ?? {};
  const title = titleCommand === undefined ? null : (propertyElements(titleCommand, root)[0] ?? null);
  const titleText = titleCommand !== undefined && title === null ? readProperty(titleCommand, root)?.text : undefined;
  const address = addressOf(recipe, redirects, root);
  const hasTitle = (title?.textContent ?? titleText ?? "").trim() !== "";
  if (!hasTitle && address.url === null && address.displayedHost === null) return null;
  const parts = extraElements(recipe.extraSelector, root);
  const snippet =
    snippetCommand === undefined
      ? []
      : outermost([root, ...parts].flatMap((part) => propertyElements(snippetCommand, part)));
  const properties = propertiesOf(recipe, root, common);
  return {
    root,
    parts,
    title,
    ...(titleText === undefined ? {} : { titleText }),
    snippet: snippet.filter((element) => element !== title && !title?.contains(element)),
    ...address,
    ...(properties === undefined ? {} : { properties }),
  };
};
