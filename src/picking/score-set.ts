import type { TitleChoice } from "./choose-title.ts";
import { evenly } from "./inner-names.ts";
import { kindOf } from "./likeness.ts";
import { readableText, weightOf } from "./readable-text.ts";

/** Figures over all results are taken from so many. */
const sampleSize = 16;

/** What even a set with hardly any of the page's text is worth: the page may be mostly something else. */
const baseShare = 0.25;

/** Results that hold several titles of one look are several results: what that takes, as a power of their number. */
const mergedPower = 1.5;

/** What it takes when a set reaches into another region of the page, or takes what is called an advertisement. */
const otherRegionPenalty = 0.8;
const advertisementPenalty = 0.85;

const region = "aside, nav, header, footer, [role='complementary'], [role='navigation']";
const advertisement = /(?:^|[\s_-])(?:ads?|advert\w*|sponsor\w*|promot?e?d?)(?=$|[\s_-])/iu;

const look = (element: Element): string =>
  `${element.parentElement ? kindOf(element.parentElement) : ""} ${kindOf(element)}`;

const isCalledAdvertisement = ([root]: readonly Element[]): boolean => advertisement.test(root!.className);

/** How many elements in a result look as its title does. */
const titlesLike = (group: readonly Element[], title: Element | null): number => {
  if (title === null || group.includes(title)) return 1;
  const wanted = look(title);
  const count = group
    .flatMap((element) => [...element.querySelectorAll(CSS.escape(title.localName))])
    .filter((element) => look(element) === wanted).length;
  return Math.max(1, count);
};

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/**
 * How likely a set of elements is what was meant by picking one in it: results have titles that differ, each has one,
 * they are several, and they hold much of what the page says.
 *
 * @param pageWeight how much the whole page says
 */
export const scoreSet = (
  groups: readonly (readonly Element[])[],
  picked: Element,
  title: TitleChoice,
  pageWeight: number,
): number => {
  const sample = evenly(groups, sampleSize);
  const weights = sample.map((group) => group.reduce((sum, element) => sum + weightOf(readableText(element)), 0));
  const share = Math.min(1, (mean(weights) * groups.length) / Math.max(1, pageWeight));
  const merged = mean(sample.map((group) => titlesLike(group, title.elementIn(group[0]!))));
  const home = picked.closest(region);
  const leaves = groups.some(([root]) => root!.parentElement?.closest(region) !== home && !root!.contains(home));
  const ownGroup = groups.find((group) => group.some((element) => element.contains(picked)));
  const takesAdvertisements =
    groups.some(isCalledAdvertisement) && !(ownGroup !== undefined && isCalledAdvertisement(ownGroup));
  return (
    title.quality *
    merged ** -mergedPower *
    (groups.length / (groups.length + 2)) *
    (baseShare + share) *
    (leaves ? otherRegionPenalty : 1) *
    (takesAdvertisements ? advertisementPenalty : 1)
  );
};
