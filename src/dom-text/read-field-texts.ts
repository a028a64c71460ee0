import { createFieldText } from "@/dom-text/create-field-text.ts";
import type { FieldText } from "@/dom-text/field-text.ts";
import type { TextRegion } from "@/dom-text/gather-text.ts";
import { isStyled } from "@/dom-text/text-boundaries.ts";
import type { TextFieldName } from "@/model/result.ts";

/** Where the fields of one result are. */
export interface FieldPlaces {
  readonly root: Element;
  readonly parts: readonly Element[];
  readonly title: Element | null;
  readonly snippet: readonly Element[];
}

/** The elements of a list that stand in none of the others. */
const outermost = (elements: readonly Element[]): readonly Element[] =>
  elements.length < 2
    ? elements
    : elements.filter((element) => !elements.some((other) => other !== element && other.contains(element)));

/** What is read from `elements` when each of `others` that stands in one of them is left out. */
const regionWithout = (elements: readonly Element[], others: readonly Element[], styled: boolean): TextRegion => {
  const taken: Element[] = [];
  const entered: Element[] = [];
  for (const other of others) {
    if (elements.includes(other)) {
      taken.push(other);
    } else if (elements.some((element) => element.contains(other))) {
      taken.push(other);
      for (let inside: Element | null = other.parentElement; inside !== null; inside = inside.parentElement) {
        entered.push(inside);
        if (elements.includes(inside)) {
          break;
        }
      }
    }
  }
  return { elements, taken, entered, styled };
};

/**
 * Parts the readable text of a result into its fields, as a reader reads it: what stands in the title element, what
 * stands in the snippet elements, and all the rest as `meta`. Every text node belongs to one field at most.
 */
export const readFieldTexts = (places: FieldPlaces): Readonly<Record<TextFieldName, FieldText>> => {
  const title = places.title === null ? [] : [places.title];
  const snippet = outermost(places.snippet.filter((element) => element !== places.title));
  const all = [places.root, ...places.parts];
  const styled = all.some(isStyled);
  return {
    title: createFieldText(regionWithout(title, snippet, styled)),
    snippet: createFieldText(regionWithout(snippet, title, styled)),
    meta: createFieldText(regionWithout(all, [...title, ...snippet], styled)),
  };
};
