import { parentOf } from "@/dom-text/unclobbered.ts";
import { pageNames } from "@/painting/page-names.ts";

import { isPlaced } from "./is-placed.ts";

/** A result as it is moved: all its elements at once. */
export interface MovedResult {
  readonly root: Element;
  readonly parts: readonly Element[];
}

/** The nodes that move with one result: siblings, one right after the other. */
export interface ResultUnit {
  readonly root: Element;
  readonly nodes: readonly ChildNode[];
}

/** Units that are children of one parent, in the order they stand in. They can change places among each other. */
export interface UnitGroup {
  readonly parent: Node;
  readonly units: readonly ResultUnit[];
}

/** A result with the way to it from the top of the page down to its root, through shadow roots. */
interface Item {
  readonly result: MovedResult;
  readonly path: readonly Node[];
}

const above = (node: Node): Node | null =>
  parentOf(node) ?? ("host" in node && node.host instanceof Element ? node.host : null);

const pathTo = (node: Node): readonly Node[] => {
  const path: Node[] = [];
  for (let at: Node | null = node; at !== null; at = above(at)) {
    path.unshift(at);
  }
  return path;
};

/** How many nodes all paths begin with in common, the ends of the paths left out. */
const commonDepth = (items: readonly Item[]): number => {
  const [first, ...others] = items;
  const most = Math.min(...items.map(({ path }) => path.length - 1));
  let depth = 0;
  while (depth < most && others.every(({ path }) => path[depth] === first?.path[depth])) {
    depth += 1;
  }
  return depth;
};

/** The line in place of a folded result that stands right before a node. */
export const foldBefore = (node: ChildNode | undefined): readonly ChildNode[] => {
  const before = node?.previousSibling;
  return before instanceof Element && before.localName === pageNames.fold ? [before] : [];
};

/** The nodes from the first of a result's elements to the last; null where one is not below the same parent. */
const unitOf = (
  { result, path }: Item,
  depth: number,
  children: readonly ChildNode[],
  indexOf: ReadonlyMap<Node, number>,
): ResultUnit | null => {
  const places = [path, ...result.parts.map(pathTo)].map((one) => indexOf.get(one[depth] ?? one[0] ?? result.root));
  const known = places.filter((place) => place !== undefined);
  if (known.length < places.length) {
    return null;
  }
  const nodes = children.slice(Math.min(...known), Math.max(...known) + 1);
  return { root: result.root, nodes: [...foldBefore(nodes[0]), ...nodes] };
};

/** Marks by which frameworks know where something of theirs begins and ends, as the text of comments. */
const rangeMark = /^(?:|\[.*|\]|\/?\$.?|v-if|\??\/?lit\b.*|\?lit\$.*|\/?ko\b.*)$/su;

/** Whether a node between results tells a framework where a result of its begins, so that it goes by places. */
const marksRange = (node: ChildNode): boolean =>
  (node.nodeType === Node.COMMENT_NODE && rangeMark.test((node as Comment).data)) ||
  (node.nodeType === Node.TEXT_NODE && (node as Text).data === "");

/** Whether a row's cells reach into rows that do not move with it. */
const spansOut = (row: ChildNode, rowsLeft: number): boolean =>
  row instanceof HTMLTableRowElement && [...row.cells].some(({ rowSpan }) => rowSpan === 0 || rowSpan > rowsLeft);

const hasLooseRows = (parent: Node, units: readonly ResultUnit[]): boolean => {
  const left = new Map<Node, number>();
  for (const { nodes } of units) {
    const rows = nodes.filter((node) => node instanceof HTMLTableRowElement);
    for (const [index, row] of rows.entries()) {
      left.set(row, rows.length - index);
    }
  }
  return [...parent.childNodes].some((row) => spansOut(row, left.get(row) ?? 1));
};

/** The elements of a unit, without the line in place of a folded result. */
const elementsOf = ({ nodes }: ResultUnit): readonly Element[] =>
  nodes.filter((node) => node instanceof Element).filter(({ localName }) => localName !== pageNames.fold);

const canMove = ({ parent, units }: UnitGroup, children: readonly ChildNode[]): boolean => {
  const moving = units.flatMap(({ nodes }) => nodes);
  const [first, last] = [moving.at(0), moving.at(-1)].map((node) => children.findIndex((child) => child === node));
  return (
    // Results that stand in each other's way.
    new Set(moving).size === moving.length &&
    !children.slice(first, (last ?? 0) + 1).some(marksRange) &&
    !hasLooseRows(parent, units) &&
    !isPlaced(parent, units.flatMap(elementsOf))
  );
};

const collect = (items: readonly Item[], groups: UnitGroup[]): void => {
  const depth = commonDepth(items);
  const parent = items[0]?.path[depth - 1];
  if (parent === undefined) {
    return;
  }
  const children = [...parent.childNodes];
  const indexOf = new Map<Node, number>(children.map((child, index) => [child, index]));
  const singles: ResultUnit[] = [];
  for (const [child, within] of Map.groupBy(items, ({ path }) => path[depth])) {
    const [only] = within;
    if (within.length > 1 && child !== undefined) {
      collect(within, groups);
    } else if (only !== undefined) {
      const unit = unitOf(only, depth, children, indexOf);
      if (unit !== null) {
        singles.push(unit);
      }
    }
  }
  const units = singles.toSorted(
    (a, b) => (indexOf.get(a.nodes[0] ?? a.root) ?? 0) - (indexOf.get(b.nodes[0] ?? b.root) ?? 0),
  );
  const group = { parent, units };
  if (units.length > 1 && canMove(group, children)) {
    groups.push(group);
  }
};

/**
 * Finds out which nodes have to move for results to change places. Results stay below the parent they have: pages that
 * know their own nodes know these by it. What cannot be moved safely is in no group: results alone in a block, rows
 * that cells of other rows reach into, results whose parts lie apart or in between each other, those that the page
 * places by numbers or turns round, and those between marks by which a framework finds its own way.
 */
export const groupUnits = (results: readonly MovedResult[]): readonly UnitGroup[] => {
  const groups: UnitGroup[] = [];
  if (results.length > 1) {
    collect(
      results.map((result) => ({ result, path: pathTo(result.root) })),
      groups,
    );
  }
  return groups;
};
