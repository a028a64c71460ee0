import { evenly } from "@/detection/evenly.ts";

import { commonFeatures } from "./element-features.ts";
import type { Feature } from "./element-features.ts";
import { commonInside } from "./inner-names.ts";
import type { Look } from "./look.ts";
import { contextsOf } from "./selector-contexts.ts";

/** A selector that finds exactly the elements asked for. */
export interface FoundSelector {
  readonly selector: string;
  /** The last part of it, which says what the elements are rather than where. */
  readonly compound: string;
  /** How little it can be leaned on. */
  readonly cost: number;
}

/** So many selectors are tried, the ones that promise to last first. */
const mostTries = 160;

/** Elements that have to be kept out are told apart from the wanted ones only where they are this few. */
const mostExcess = 20_000;

/** What a condition costs beside what it names. */
const costOfHas = 1.5;
const costOfNot = 2.5;
const mostNots = 3;

/** What a lone tag that every page is full of costs beside itself: alone it finds too much on the next page. */
const costOfLoneTag = 3;
const everywhere = new Set(
  "a div span p li ul ol dl dt dd tr td th table tbody section img h1 h2 h3 h4 b i".split(" "),
);

/** All ways to name the elements by one feature or by two of them, the cheapest first. */
const compoundsOf = (features: readonly Feature[]): readonly Feature[] => {
  const [tag, ...others] = features;
  if (tag === undefined) return [];
  const pairs = others.flatMap((feature, place) => [
    { selector: `${tag.selector}${feature.selector}`, cost: tag.cost + feature.cost },
    ...others.slice(place + 1).map((second) => ({
      selector: `${feature.selector}${second.selector}`,
      cost: feature.cost + second.cost,
    })),
  ]);
  return [...features, ...pairs].toSorted((a, b) => a.cost - b.cost).slice(0, 30);
};

/** A condition that all wanted elements meet and none of the unwanted; null where none is known. */
const conditionAgainst = (
  unwanted: readonly Element[],
  wanted: readonly Element[],
  inside: readonly Feature[],
  look: Look,
): Feature | null => {
  if (unwanted.length > mostExcess) return null;
  const choices: Feature[] = [];
  const has = inside.find(({ selector }) =>
    unwanted.every((element) => element.querySelector(`:scope ${selector}`) === null),
  );
  if (has) choices.push({ selector: `:has(${has.selector})`, cost: costOfHas + has.cost });
  let left = unwanted;
  const nots: Feature[] = [];
  while (left.length > 0 && nots.length < mostNots) {
    const not = look
      .features(left[0]!)
      .slice(1)
      .toSorted((a, b) => a.cost - b.cost)
      .find(({ selector }) => !wanted.some((element) => element.matches(selector)));
    if (!not) break;
    nots.push(not);
    left = left.filter((element) => !element.matches(not.selector));
  }
  if (left.length === 0) {
    choices.push({
      selector: `:not(${nots.map(({ selector }) => selector).join(", ")})`,
      cost: nots.reduce((sum, { cost }) => sum + cost, costOfNot),
    });
  }
  return choices.toSorted((a, b) => a.cost - b.cost)[0] ?? null;
};

/**
 * The selector that finds exactly these elements on the page and promises most to find their like on the next: named
 * by tags, roles, data attributes and classes that people gave, by what they lie in, and by what they have inside.
 * Null where there is none.
 */
export const findSelector = (wanted: readonly Element[], page: ParentNode, look: Look): FoundSelector | null => {
  const members = new Set(wanted);
  const compounds = compoundsOf(commonFeatures(wanted));
  const inside = commonInside(wanted, look);
  const sample = evenly(wanted, 200);
  const found = new Map<string, readonly Element[]>();
  const finds = (selector: string): readonly Element[] => {
    const known = found.get(selector) ?? [...page.querySelectorAll(selector)];
    found.set(selector, known);
    return known;
  };
  const contexts = contextsOf(wanted);
  const tries = compounds
    .flatMap((compound) =>
      contexts.map((context) => ({
        compound: compound.selector,
        prefix: context.prefix,
        cost:
          compound.cost +
          context.cost +
          (context.prefix === "" && everywhere.has(compound.selector) ? costOfLoneTag : 0),
      })),
    )
    .toSorted((a, b) => a.cost - b.cost)
    .slice(0, mostTries);
  let best: FoundSelector | null = null;
  for (const { compound, prefix, cost } of tries) {
    if (best !== null && best.cost <= cost) break;
    const selector = prefix + compound;
    const matches = prefix === "" ? finds(compound) : finds(compound).filter((element) => element.matches(selector));
    const unwanted = matches.filter((element) => !members.has(element));
    if (matches.length - unwanted.length < members.size) continue;
    const condition =
      unwanted.length === 0 ? { selector: "", cost: 0 } : conditionAgainst(unwanted, sample, inside, look);
    if (condition === null) continue;
    const total = cost + condition.cost;
    const whole = selector + condition.selector;
    if (best !== null && best.cost <= total) continue;
    const exact = finds(whole);
    if (exact.length === members.size && exact.every((element) => members.has(element))) {
      best = { selector: whole, compound: compound + condition.selector, cost: total };
    }
  }
  return best;
};
