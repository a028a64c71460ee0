import type { PageTree } from "@/detection/detector/page-tree.ts";

/** Class tokens that say in which state or place an element is, not what it is. */
const stateTokens = new Set(["odd", "even", "alt", "first", "last", "active", "selected", "current", "visited"]);

/** What elements are called: a small number for each tag with its classes, the same for elements called alike. */
export interface ClassNames {
  /** The number of what the element at `index` is called; 0 for no element (an index of -1). */
  readonly kind: (index: number) => number;
  /** The class tokens of what has that number, without digits and without states. */
  readonly tokens: (kind: number) => readonly string[];
}

/**
 * Reads class attributes when they are asked for, each once. Digits are left out of tokens, since generated classes
 * count results with them (`post-123`, `row2`).
 */
export function readClassNames(tree: PageTree): ClassNames {
  const kinds: number[] = [];
  const tokens: (readonly string[])[] = [[]];
  const byAttribute = new Map<string, number>();
  const byTokens = new Map<string, number>();
  return {
    kind: (index) => {
      if (index < 0) return 0;
      const known = kinds[index];
      if (known !== undefined) return known;
      const tag = tree.tags[index]!.name;
      const attribute = tree.elements[index]!.getAttribute("class") ?? "";
      const written = `${tag} ${attribute}`;
      let kind = byAttribute.get(written);
      if (kind === undefined) {
        const own = attribute === "" ? [] : tokensOf(attribute);
        const called = `${tag} ${own.join(" ")}`;
        kind = byTokens.get(called);
        if (kind === undefined) {
          kind = tokens.length;
          tokens.push(own);
          byTokens.set(called, kind);
        }
        byAttribute.set(written, kind);
      }
      kinds[index] = kind;
      return kind;
    },
    tokens: (kind) => tokens[kind]!,
  };
}

function tokensOf(attribute: string): readonly string[] {
  return attribute
    .replaceAll(/\d+/g, "")
    .split(/\s+/)
    .filter((token) => token !== "" && !stateTokens.has(token));
}
