import { createFieldText } from "@/dom-text/create-field-text.ts";
import type { FieldText } from "@/dom-text/field-text.ts";
import type { FieldLayout } from "@/dom-text/gather-text.ts";
import { isStyled, type ParentMemory } from "@/dom-text/text-boundaries.ts";
import type { TextFieldName } from "@/model/result.ts";

/** Where the fields of one result are. */
export interface FieldPlaces {
  readonly root: Element;
  readonly parts: readonly Element[];
  readonly title: Element | null;
  readonly snippet: readonly Element[];
}

/** The elements of the snippet, but the title and those that stand in others. */
const snippetElements = ({ title, snippet }: FieldPlaces): readonly Element[] => {
  if (snippet.length === 1 && snippet[0] !== title) {
    return snippet;
  }
  const others = snippet.filter((element) => element !== title);
  return others.filter((element) => !others.some((other) => other !== element && other.contains(element)));
};

/** Elements lie no deeper in their result; a form that answers with a field for its parent is climbed for ever. */
const deepest = 2000;

/** Adds the elements around a claimed one, up to the one of the result's own that it stands in. */
const addAround = (claimed: Element, { root, parts }: FieldPlaces, entered: Element[]): void => {
  let inside: Element | null = claimed;
  for (let step = 0; step < deepest && inside !== null && inside !== root && !parts.includes(inside); step += 1) {
    inside = inside.parentElement;
    if (inside !== null) entered.push(inside);
  }
};

/** What is left of a result's own elements when some of them are whole fields. */
const restOf = ({ root, parts }: FieldPlaces, claimed: readonly Element[]): readonly Element[] =>
  parts.length === 0
    ? claimed.includes(root)
      ? []
      : [root]
    : [root, ...parts].filter((element) => !claimed.includes(element));

/**
 * Parts the readable text of a result into its fields, as a reader reads it: what stands in the title element, what
 * stands in the snippet elements, and all the rest as `meta`. Every text node belongs to one field at most.
 *
 * @param parents the same for all results that are read in one look at a page, which then asks less of it
 */
export const readFieldTexts = (
  places: FieldPlaces,
  parents: ParentMemory = new Map(),
): Readonly<Record<TextFieldName, FieldText>> => {
  const { root, parts, title } = places;
  const titles = title === null ? [] : [title];
  const snippets = snippetElements(places);
  const claimed = titles.concat(snippets);
  const entered: Element[] = [];
  for (const element of claimed) addAround(element, places, entered);
  const styled = isStyled(root, parents) || parts.some((part) => isStyled(part, parents));
  const layout: FieldLayout = { claimed, entered, styled };
  return {
    title: createFieldText(titles, layout),
    snippet: createFieldText(snippets, layout),
    meta: createFieldText(restOf(places, claimed), layout),
  };
};
