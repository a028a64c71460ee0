import { isStableName, isStateName, isUtilityName, stablePrefix } from "./stable-name.ts";

/** One thing that an element can be known by, as a simple selector. */
export interface Feature {
  readonly selector: string;
  /** How little it can be leaned on: from 1 for what makers of pages lean on themselves to {@link costOfHashed}. */
  readonly cost: number;
}

/**
 * Costs by kind of feature. Only their order and rough distances matter: a sum of two lasting ones beats one that
 * changes.
 */
const costOfTestId = 1;
const costOfMeaning = 1.2;
const costOfClass = 1;
const costOfPrefix = 2;
const costOfPresence = 2;
const costOfUtility = 5;
/** What a generated name costs: it is taken only where nothing else tells elements apart. */
export const costOfHashed = 14;

/** Tags that say what an element is; the others only divide the page. */
const tellingTags = new Set(
  "article li tr td th dt dd h1 h2 h3 h4 h5 h6 cite time summary figure figcaption blockquote main".split(" "),
);
const commonTags = new Set("a p section ul ol dl table tbody nav aside header footer strong em b i small".split(" "));

const tagCost = (tag: string): number => {
  if (tag.includes("-")) return 1.2;
  if (tellingTags.has(tag)) return 2;
  return commonTags.has(tag) ? 2.5 : 4;
};

/** Attributes whose value names a kind of element. */
const kindAttribute =
  /^data-(?:test-?id|test|qa|cy|e2e|hook|component(?:-type|-name)?|element|type|kind|role|result|layout|area|name|view|target|automation(?:-id)?|t|tn-screen)$/u;

/** Roles that say nothing of what an element is about. */
const emptyRoles = new Set(["presentation", "none", "button", "img", "group"]);

const quoted = (value: string): string => `"${value.replaceAll(/["\\]/gu, String.raw`\$&`)}"`;

/** Values longer than this, or with other signs, are content rather than a name. */
const nameValue = /^[\w:/. -]{1,60}$/u;

const attributeFeature = ({ name, value }: Attr): Feature | null => {
  if (name.startsWith("data-winnow")) return null;
  const equals = `[${name}=${quoted(value)}]`;
  if (name === "itemprop" || name === "itemtype") {
    return nameValue.test(value) ? { selector: equals, cost: costOfMeaning } : null;
  }
  if (name === "role") return emptyRoles.has(value) ? null : { selector: equals, cost: costOfMeaning + 1 };
  if (kindAttribute.test(name) && isStableName(value) && nameValue.test(value)) {
    return { selector: equals, cost: costOfTestId };
  }
  // The name alone, where it is one that a person gave: `data-asin`, `data-result-id`.
  const given = name.startsWith("data-") && !/^data-(?:v|s|react|astro|emotion)(?:-|$|[a-z]*id$)/u.test(name);
  return given && isStableName(name.slice(5)) && !/\d/u.test(name)
    ? { selector: `[${name}]`, cost: costOfPresence }
    : null;
};

const classFeature = (token: string): Feature | null => {
  if (isStateName(token) || token.startsWith("winnow-")) return null;
  const selector = `.${CSS.escape(token)}`;
  if (isUtilityName(token)) return { selector, cost: costOfUtility };
  if (isStableName(token)) return { selector, cost: costOfClass };
  const prefix = stablePrefix(token);
  return prefix === null
    ? { selector, cost: costOfHashed }
    : { selector: `[class*=${quoted(prefix)}]`, cost: costOfPrefix };
};

/** Everything that elements like this one could be known by: its tag first, then attributes and classes. */
export const featuresOf = (element: Element): readonly Feature[] => {
  const tag = element.localName;
  const found: Feature[] = [{ selector: CSS.escape(tag), cost: tagCost(tag) }];
  for (const attribute of element.attributes) {
    const feature = attributeFeature(attribute);
    if (feature) found.push(feature);
  }
  for (const token of element.classList) {
    const feature = classFeature(token);
    if (feature && !found.some(({ selector }) => selector === feature.selector)) found.push(feature);
  }
  return found;
};

/** What this element alone can be known by, where its id looks lasting. */
export const idFeature = ({ id }: Element): Feature | null =>
  id !== "" && isStableName(id) ? { selector: `#${CSS.escape(id)}`, cost: costOfClass } : null;

/** The features that all of the elements have. */
export const commonFeatures = (elements: readonly Element[]): readonly Feature[] => {
  const [first, ...others] = elements;
  if (first === undefined) return [];
  let common = featuresOf(first);
  for (const other of others) {
    if (common.length === 0) break;
    common = common.filter(({ selector }) => other.matches(selector));
  }
  return common;
};
