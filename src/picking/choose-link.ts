import type { PropertyCommand } from "@/recipes/recipe.ts";

import { costFactor } from "./field-candidates.ts";
import type { FieldCandidate } from "./field-candidates.ts";

const isWebLink = (element: Element | undefined): element is HTMLAnchorElement =>
  element?.localName === "a" && /^https?:/u.test((element as HTMLAnchorElement).href);

/** A link has to be there in this share of the results to be where their address is. */
const leastCoverage = 0.5;

/** A link in the title, or one that holds it, is the result's more surely than any other. */
const titleBonus = 2;

/** What a link costs that is told by what holds it. */
const costOfWithin = 1;

/** What it costs that the link is around the root. */
const costOfAround = 2;

/** Where nothing tells an address: a text that is none, since the format asks for something. */
export const noAddress: PropertyCommand = ["const", ""];

const qualityOf = (links: readonly (Element | undefined)[], titles: readonly (Element | null)[]): number => {
  const web = links.filter(isWebLink);
  const coverage = web.length / links.length;
  if (coverage < leastCoverage) return 0;
  const distinct = new Set(web.map(({ href }) => href)).size / web.length;
  const inTitle = links.filter((link, place) => {
    const title = titles[place];
    return link && title && (link.contains(title) || title.contains(link));
  });
  return coverage * distinct * (1 + ((titleBonus - 1) * inTitle.length) / links.length);
};

/** Chooses where the address of a result is: a link inside, the root itself or a link around it. */
export const chooseLink = (
  roots: readonly Element[],
  candidates: readonly FieldCandidate[],
  titleIn: (root: Element) => Element | null,
): PropertyCommand => {
  const titles = roots.map(titleIn);
  let best: { readonly command: PropertyCommand; readonly quality: number } = { command: noAddress, quality: 0 };
  const consider = (command: PropertyCommand, links: readonly (Element | undefined)[], cost: number): void => {
    const quality = qualityOf(links, titles) * costFactor(cost);
    if (quality > best.quality) best = { command, quality };
  };
  consider(["property", "href"], roots, 0);
  for (const { selector, cost, found } of candidates) {
    const links = found.map(([first]) => first);
    if (links.some(isWebLink)) consider(["property", "href", selector], links, cost);
    else {
      const within = `${selector} a`;
      const inner = links.map((holder) => holder?.querySelector("a") ?? undefined);
      if (inner.some(isWebLink)) consider(["property", "href", within], inner, cost + costOfWithin);
    }
  }
  const around = roots.map((root) => root.parentElement?.closest("a") ?? undefined);
  if (best.quality === 0) consider(["property", "href", ["upward", "a"]], around, costOfAround);
  return best.command;
};
