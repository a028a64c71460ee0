import { canBeEmpty, nothing, reversed } from "./regex-tree.ts";
import type { Assertion, RegexNode } from "./regex-tree.ts";

/**
 * A step of a program that matches a regular expression. A fork goes on at `first`, and at `second` if that fails, so
 * the order of a program's threads is the order in which a backtracking engine tries.
 */
export type Step =
  | { readonly kind: "atom"; readonly atom: number }
  | { readonly kind: "fork"; first: number; second: number }
  | { readonly kind: "jump"; to: number }
  | { readonly kind: "assertion"; readonly assertion: Assertion }
  | { readonly kind: "look"; readonly look: number; readonly negative: boolean }
  /** Around an optional turn of a repetition that could read nothing: such a turn does not count. */
  | { readonly kind: "enter" | "leave"; readonly depth: number }
  | { readonly kind: "match" };

/** A look around, as a program that finds the places where what is looked for begins or ends. */
export interface Look {
  readonly node: RegexNode;
  /** Whether the program is of the expression as written, for looking behind, or reversed, for looking ahead. */
  readonly behind: boolean;
  readonly program: Program;
}

export interface Program {
  readonly steps: readonly Step[];
  readonly looks: readonly Look[];
  /** How deep steps of the kind `enter` are nested. */
  readonly depth: number;
}

/** More steps than any expression a person wrote has; counted repetitions are written out. */
export const mostSteps = 3000;

/** An expression whose repetitions come to more than {@link mostSteps}. */
export class RegexTooLargeError extends Error {}

/**
 * Turns an expression into a program. References become what their group matches or nothing, which allows for all
 * that they can match, and for more: such a program is good for measuring, not for matching.
 */
export const compileRegex = (root: RegexNode): Program => {
  const groups = new Map<number, RegexNode>();
  collectGroups(root, groups);
  return compileNode(root, groups, new Set());
};

/**
 * `open` holds the groups whose content is being written in the place of a reference. It is the characters that are
 * repeated there, not what was looked for around them.
 */
const compileNode = (root: RegexNode, groups: ReadonlyMap<number, RegexNode>, open: Set<number>): Program => {
  const steps: Step[] = [];
  const looks: Look[] = [];
  let depth = 0;
  let deepest = 0;

  const add = <T extends Step>(step: T): T => {
    if (steps.length >= mostSteps) throw new RegexTooLargeError();
    steps.push(step);
    return step;
  };

  /** Adds a fork into what comes next and, once the returned function is told where that is, past it. */
  const addFork = (lazy: boolean): ((at: number) => void) => {
    const fork = add({ kind: "fork", first: steps.length + 1, second: steps.length + 1 });
    return (at) => {
      fork[lazy ? "first" : "second"] = at;
    };
  };

  const emit = (node: RegexNode): void => {
    switch (node.kind) {
      case "atom":
        add({ kind: "atom", atom: node.atom });
        return;
      case "sequence":
        for (const part of node.nodes) emit(part);
        return;
      case "group":
        emit(node.node);
        return;
      case "assertion":
        if (open.size === 0) add({ kind: "assertion", assertion: node.assertion });
        return;
      case "choice":
        emitChoice(node.nodes);
        return;
      case "repeat":
        emitRepeat(node);
        return;
      case "look":
        if (open.size > 0) return;
        add({ kind: "look", look: looks.length, negative: node.negative });
        looks.push({
          node: node.node,
          behind: node.behind,
          program: compileNode(node.behind ? node.node : reversed(node.node), groups, open),
        });
        return;
      case "reference":
        emitReference(node.group);
        return;
    }
  };

  const emitChoice = (nodes: readonly RegexNode[]): void => {
    const jumps: { to: number }[] = [];
    nodes.forEach((node, index) => {
      if (index === nodes.length - 1) {
        emit(node);
        return;
      }
      const goPast = addFork(false);
      emit(node);
      jumps.push(add({ kind: "jump", to: 0 }));
      goPast(steps.length);
    });
    for (const jump of jumps) jump.to = steps.length;
  };

  const emitRepeat = ({ node, min, max, lazy }: Extract<RegexNode, { kind: "repeat" }>): void => {
    for (let count = 0; count < min; count++) {
      const before = steps.length;
      emit(node);
      if (steps.length === before) break;
    }
    if (max === Infinity) {
      const start = steps.length;
      const goPast = addFork(lazy);
      emitTurn(node);
      add({ kind: "jump", to: start });
      goPast(steps.length);
      return;
    }
    const forks: ReturnType<typeof addFork>[] = [];
    for (let count = min; count < max; count++) {
      forks.push(addFork(lazy));
      emitTurn(node);
    }
    for (const goPast of forks) goPast(steps.length);
  };

  /** One optional turn of a repetition. */
  const emitTurn = (node: RegexNode): void => {
    if (!canBeEmpty(node)) {
      emit(node);
      return;
    }
    add({ kind: "enter", depth });
    deepest = Math.max(deepest, ++depth);
    emit(node);
    add({ kind: "leave", depth: --depth });
  };

  const emitReference = (group: number): void => {
    // Within its own group a reference matches nothing yet.
    if (open.has(group)) return;
    open.add(group);
    emit({ kind: "choice", nodes: [groups.get(group) ?? nothing, nothing] });
    open.delete(group);
  };

  emit(root);
  add({ kind: "match" });
  return { steps, looks, depth: deepest };
};

const collectGroups = (node: RegexNode, groups: Map<number, RegexNode>): void => {
  if (node.kind === "group") groups.set(node.index, node.node);
  if ("nodes" in node) for (const part of node.nodes) collectGroups(part, groups);
  if ("node" in node) collectGroups(node.node, groups);
};
