import type { PropertyCommand } from "@/recipes/recipe.ts";

const isWebLink = (element: Element | null): element is HTMLAnchorElement =>
  element !== null && element.localName === "a" && /^https?:/u.test((element as HTMLAnchorElement).href);

/** A link has to be there in this share of the results to be where their address is. */
const leastCoverage = 0.5;

/** A link in the title, or one that holds it, is the result's more surely than any other. */
const titleBonus = 2;
const shareOfCost = 0.012;

const qualityOf = (links: readonly (Element | null)[], titles: readonly (Element | null)[]): number => {
  const web = links.filter(isWebLink);
  const coverage = web.length / links.length;
  if (web.length === 0 || coverage < leastCoverage) return 0;
  const distinct = new Set(web.map(({ href }) => href)).size / web.length;
  const inTitle =
    links.filter((link, place) => {
      const title = titles[place];
      return link !== null && title && (link.contains(title) || title.contains(link));
    }).length / links.length;
  return coverage * distinct * (1 + (titleBonus - 1) * inTitle);
};

/** Where nothing tells an address: a text that is none, since the format asks for something. */
const none: PropertyCommand = ["const", ""];

/** Chooses where the address of a result is: a link inside, the root itself or a link around it. */
export const chooseLink = (
  roots: readonly Element[],
  names: ReadonlyMap<string, number>,
  titleIn: (root: Element) => Element | null,
): PropertyCommand => {
  const titles = roots.map(titleIn);
  let best: { readonly command: PropertyCommand; readonly quality: number } = { command: none, quality: 0 };
  const consider = (command: PropertyCommand, linkIn: (root: Element) => Element | null, cost: number): void => {
    const quality = qualityOf(roots.map(linkIn), titles) * (1 - Math.min(0.5, cost * shareOfCost));
    if (quality > best.quality) best = { command, quality };
  };
  consider(["property", "href"], (root) => root, 0);
  for (const [selector, cost] of names) {
    consider(["property", "href", selector], (root) => root.querySelector(selector), cost);
    // The name of what holds the link: `.title a`.
    if (!/\ba$/u.test(selector)) {
      const within = `${selector} a`;
      consider(["property", "href", within], (root) => root.querySelector(within), cost + 1);
    }
  }
  if (best.quality === 0) {
    consider(["property", "href", ["upward", "a"]], (root) => root.parentElement?.closest("a") ?? null, 2);
  }
  return best.command;
};
