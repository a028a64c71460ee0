import { createFieldText } from "@/dom-text/create-field-text.ts";
import type { FieldText } from "@/dom-text/field-text.ts";
import type { TextFieldName } from "@/model/result.ts";

/** Where the fields of one result are. */
export interface FieldPlaces {
  readonly root: Element;
  readonly parts: readonly Element[];
  readonly title: Element | null;
  readonly snippet: readonly Element[];
}

const withoutNested = (elements: readonly Element[]): Element[] =>
  elements.filter((element) => !elements.some((other) => other !== element && other.contains(element)));

/** The ancestors of `elements` up to and including the one of `regions` that each stands in. */
const ancestorsWithin = (elements: readonly Element[], regions: readonly Element[]): ReadonlySet<Element> => {
  const ancestors = new Set<Element>();
  for (const element of elements) {
    for (let inside = element; !regions.includes(inside);) {
      const parent = inside.parentElement;
      if (parent === null || ancestors.has(parent)) {
        break;
      }
      ancestors.add(parent);
      inside = parent;
    }
  }
  return ancestors;
};

const readField = (elements: readonly Element[], others: readonly Element[]): FieldText => {
  const taken = others.filter((other) => elements.some((element) => element.contains(other)));
  return createFieldText({ elements, taken: new Set(taken), entered: ancestorsWithin(taken, elements) });
};

/**
 * Parts the readable text of a result into its fields, as a reader reads it: what stands in the title element, what
 * stands in the snippet elements, and all the rest as `meta`. Every text node belongs to one field at most.
 */
export const readFieldTexts = (places: FieldPlaces): Readonly<Record<TextFieldName, FieldText>> => {
  const title = places.title === null ? [] : [places.title];
  const snippet = withoutNested(places.snippet.filter((element) => element !== places.title));
  return {
    title: readField(title, snippet),
    snippet: readField(snippet, title),
    meta: readField([places.root, ...places.parts], [...title, ...snippet]),
  };
};
