import { evenly } from "@/detection/evenly.ts";

import { noAddress } from "./choose-link.ts";
import { kindOf } from "./likeness.ts";
import type { Look } from "./look.ts";
import type { Fields } from "./read-fields.ts";

/** Figures over all results are taken from so many. */
const sampleSize = 16;

/** What even a set with hardly any of the page's text is worth: the page may be mostly something else. */
const baseShare = 0.25;

/** Results that hold several titles of one look are several results: what that takes, as a power of their number. */
const mergedPower = 1.5;

/** What it takes when a set reaches into another region of the page, or takes what is called an advertisement. */
const otherRegionPenalty = 0.5;
const advertisementPenalty = 0.85;

/** Siblings in a regular order are not so by chance. */
const spreadBonus = 1.6;

/** What it takes that a set takes first and further elements of spread results for the same. */
const mixedPenalty = 0.6;

/** A cell of a table is seldom a result: its row is. */
const cellPenalty = 0.4;

/** What it takes that results lead nowhere. */
const noAddressPenalty = 0.7;

/** The cost of a selector at which a set is worth half: what is hard to name is seldom what the page lists. */
const halfAtCost = 30;

/** What else a set is judged by. */
export interface SetSurroundings {
  readonly look: Look;
  /** How much the whole page says. */
  readonly pageWeight: number;
  /** How little the selector for the set can be leaned on. */
  readonly cost: number;
  /** First and further elements of spread results are in it alike. */
  readonly mixed: boolean;
}

const region = "aside, nav, header, footer, [role='complementary'], [role='navigation']";
const advertisement = /(?:^|[\s_-])(?:ads?|advert\w*|sponsor\w*|promot?e?d?)(?=$|[\s_-])/iu;

/** What an element is called, cells of a table by their column. */
const nameOf = (element: Element, look: Look): string =>
  element.localName === "td" ? `${kindOf(element)} ${String(look.position(element))}` : kindOf(element);

const lookOf = (element: Element, look: Look): string =>
  `${element.parentElement ? nameOf(element.parentElement, look) : ""} ${nameOf(element, look)}`;

const isCalledAdvertisement = ([root]: readonly Element[]): boolean => advertisement.test(root!.className);

/** How many different titles of one look a root holds. */
const titlesLike = (root: Element, title: Element | null, look: Look): number => {
  if (title === null || title === root) return 1;
  const wanted = lookOf(title, look);
  const alike = [...root.querySelectorAll(CSS.escape(title.localName))].filter(
    (element) => lookOf(element, look) === wanted,
  );
  return Math.max(1, new Set(alike.map(look.text)).size);
};

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/**
 * How likely a set of elements is what was meant by picking one in it: each has a title, titles differ, they are
 * several, they hold much of what the page says, and they are easily named.
 */
export const scoreSet = (
  groups: readonly (readonly Element[])[],
  picked: Element,
  { title, url }: Fields,
  { look, pageWeight, cost, mixed }: SetSurroundings,
): number => {
  const sample = evenly(groups, sampleSize);
  const weights = sample.map((group) => group.reduce((sum, element) => sum + look.weight(element), 0));
  const share = Math.min(1, (mean(weights) * groups.length) / Math.max(1, pageWeight));
  const merged = mean(sample.map((group) => titlesLike(group[0]!, title.elementIn(group[0]!), look)));
  const home = picked.closest(region);
  const leaves = groups.some(([root]) => root!.parentElement?.closest(region) !== home && !root!.contains(home));
  const ownGroup = groups.find((group) => group.some((element) => element.contains(picked)));
  const takesAdvertisements =
    groups.some(isCalledAdvertisement) && !(ownGroup !== undefined && isCalledAdvertisement(ownGroup));
  return (
    title.quality *
    title.coverage *
    merged ** -mergedPower *
    (groups.length / (groups.length + 2)) *
    (baseShare + share) *
    (groups.some(({ length }) => length > 1) ? spreadBonus : 1) *
    (mixed ? mixedPenalty : 1) *
    (url === noAddress ? noAddressPenalty : 1) *
    (leaves ? otherRegionPenalty : 1) *
    (takesAdvertisements ? advertisementPenalty : 1) *
    (groups.every(([root]) => root!.matches("td, th")) ? cellPenalty : 1) *
    (halfAtCost / (halfAtCost + cost))
  );
};
