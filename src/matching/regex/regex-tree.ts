/** A regular expression as a tree. What matches one character is an atom, told apart by its number alone. */
export type RegexNode =
  | { readonly kind: "atom"; readonly atom: number }
  | { readonly kind: "sequence"; readonly nodes: readonly RegexNode[] }
  | { readonly kind: "choice"; readonly nodes: readonly RegexNode[] }
  | {
      readonly kind: "repeat";
      readonly node: RegexNode;
      readonly min: number;
      readonly max: number;
      readonly lazy: boolean;
    }
  | { readonly kind: "group"; readonly node: RegexNode; readonly index: number }
  | { readonly kind: "assertion"; readonly assertion: Assertion }
  | { readonly kind: "look"; readonly node: RegexNode; readonly behind: boolean; readonly negative: boolean }
  | { readonly kind: "reference"; readonly group: number };

export type Assertion = "start" | "end" | "word" | "notWord";

/** A regular expression that was read. */
export interface RegexTree {
  readonly root: RegexNode;
  /** The source of each atom: a letter, an escape, a class, or a dot. */
  readonly atoms: readonly string[];
  /** Flags that say what an atom matches: those among `i`, `s` and `u` that are set. */
  readonly atomFlags: string;
  readonly unicode: boolean;
  readonly multiline: boolean;
}

/** The empty expression. */
export const nothing: RegexNode = { kind: "sequence", nodes: [] };

/** The number of characters that a match has at the most; references count as infinite. */
export const longestMatch = (node: RegexNode): number => {
  switch (node.kind) {
    case "atom":
      return 1;
    case "sequence":
      return node.nodes.reduce((sum, part) => sum + longestMatch(part), 0);
    case "choice":
      return node.nodes.reduce((most, part) => Math.max(most, longestMatch(part)), 0);
    case "repeat": {
      const once = longestMatch(node.node);
      return once === 0 || node.max === 0 ? 0 : once * node.max;
    }
    case "group":
      return longestMatch(node.node);
    case "assertion":
    case "look":
      return 0;
    case "reference":
      return Infinity;
  }
};

/** Whether an expression can match without reading a character. */
export const canBeEmpty = (node: RegexNode): boolean => {
  switch (node.kind) {
    case "atom":
      return false;
    case "sequence":
      return node.nodes.every(canBeEmpty);
    case "choice":
      return node.nodes.some(canBeEmpty);
    case "repeat":
      return node.min === 0 || canBeEmpty(node.node);
    case "group":
      return canBeEmpty(node.node);
    case "assertion":
    case "look":
    case "reference":
      return true;
  }
};

/** The same expression read from right to left. */
export const reversed = (node: RegexNode): RegexNode => {
  switch (node.kind) {
    case "sequence":
      return { kind: "sequence", nodes: node.nodes.map(reversed).toReversed() };
    case "choice":
      return { kind: "choice", nodes: node.nodes.map(reversed) };
    case "repeat":
    case "group":
      return { ...node, node: reversed(node.node) };
    case "atom":
    case "assertion":
    case "look":
    case "reference":
      return node;
  }
};
