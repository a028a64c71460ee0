import { literalAtom } from "./atom-alphabet.ts";
import type { RegexNode, RegexTree } from "./regex-tree.ts";

/**
 * Expressions without repetitions one match of each of which every match holds: stretches of characters that stand
 * next to each other and cannot be left out. A text without one of them need not be searched.
 */
export const requiredStretches = ({ root, atoms, atomFlags }: RegexTree): readonly RegExp[] => {
  const stretches: number[][] = [[]];
  const visit = (node: RegexNode): void => {
    switch (node.kind) {
      case "atom":
        stretches.at(-1)?.push(node.atom);
        return;
      case "sequence":
        for (const part of node.nodes) visit(part);
        return;
      case "group":
        visit(node.node);
        return;
      case "assertion":
      case "look":
        return;
      case "choice":
      case "repeat":
      case "reference":
        stretches.push([]);
        return;
    }
  };
  visit(root);
  return stretches
    .map((stretch) => stretch.map((atom) => atoms[atom] ?? ""))
    .filter((stretch) => stretch.some((atom) => literalAtom.test(atom)))
    .map((stretch) => new RegExp(stretch.map((atom) => `(?:${atom})`).join(""), atomFlags));
};
