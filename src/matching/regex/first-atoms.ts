import type { RegexNode, RegexTree } from "./regex-tree.ts";

/** An expression for the characters that a match can begin with, or null where it can begin with any or none. */
export const beginningOf = (tree: RegexTree): RegExp | null => {
  const atoms = new Set<number>();
  const passes = collect(tree.root, atoms);
  if (passes) return null;
  return new RegExp(Array.from(atoms, (atom) => tree.atoms[atom]).join("|"), `${tree.atomFlags}g`);
};

/** Adds the atoms that an expression can begin with, and returns whether what follows it can come first. */
const collect = (node: RegexNode, atoms: Set<number>): boolean => {
  switch (node.kind) {
    case "atom":
      atoms.add(node.atom);
      return false;
    case "sequence":
      return node.nodes.every((part) => collect(part, atoms));
    case "choice":
      return node.nodes.map((part) => collect(part, atoms)).some(Boolean);
    case "repeat":
      return collect(node.node, atoms) || node.min === 0;
    case "group":
      return collect(node.node, atoms);
    case "assertion":
    case "look":
    case "reference":
      return true;
  }
};
