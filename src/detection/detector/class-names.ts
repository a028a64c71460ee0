import type { PageTree } from "@/detection/detector/page-tree.ts";

/** Class tokens that say in which state or place an element is, not what it is. */
const stateTokens = new Set(["odd", "even", "alt", "first", "last", "active", "selected", "current", "visited"]);

/** What elements are called: a small number for each tag with its classes, the same for elements called alike. */
export interface ClassNames {
  /** The number of what the element at `index` is called; 0 for no element (an index of -1). */
  readonly kind: (index: number) => number;
  /** The class tokens of the element, without digits and without states. */
  readonly tokens: (index: number) => readonly string[];
}

/**
 * Reads class attributes when they are asked for, each once. Digits are left out of tokens, since generated classes
 * count results with them (`post-123`, `row2`).
 */
export function readClassNames(tree: PageTree): ClassNames {
  const kinds: number[] = [];
  const numbers = new Map<string, number>();
  const tokensOf = (index: number): readonly string[] => {
    const value = tree.elements[index]?.getAttribute("class") ?? "";
    if (value === "") return [];
    return value
      .replaceAll(/\d+/g, "")
      .split(/\s+/)
      .filter((token) => token !== "" && !stateTokens.has(token));
  };
  return {
    kind: (index) => {
      if (index < 0) return 0;
      const known = kinds[index];
      if (known !== undefined) return known;
      const name = `${tree.tags[index]!} ${tokensOf(index).join(" ")}`;
      const number = numbers.get(name) ?? numbers.size + 1;
      numbers.set(name, number);
      kinds[index] = number;
      return number;
    },
    tokens: tokensOf,
  };
}
