import { groupUnits, foldBefore } from "./result-units.ts";
import type { MovedResult, ResultUnit, UnitGroup } from "./result-units.ts";

/** How much of what was asked for could be done: all, some of it or nothing. */
export type Arrangement = "whole" | "partial" | "declined";

/** Puts results into another order by moving their nodes, and back. */
export interface Arranger {
  /**
   * Puts the results of each listing into the order they are given in. What stands between results stays where it is.
   * What the page changed since its own order was known is to be found out about all the same.
   */
  arrange(listings: readonly (readonly MovedResult[])[]): Arrangement;
  /**
   * Puts everything back into the page's own order, byte for byte. Results that the page moved itself stay beside
   * those that it put them before.
   */
  restore(): void;
  /**
   * Whether the page moved results or changed what stands beside arranged results, so that its own order has to be
   * found out anew.
   */
  pageChanged(): boolean;
  /** Compares two roots by the page's own order; null where it is the order they stand in. */
  compare(a: Element, b: Element): number | null;
}

/** Moves a node, where the browser can with everything in it going on: frames, focus, places scrolled to. */
const move = (parent: Node, node: ChildNode, before: Node | null): void => {
  const movable = parent as Node & { moveBefore?: (node: Node, before: Node | null) => void };
  if (movable.moveBefore === undefined) {
    parent.insertBefore(node, before);
  } else {
    movable.moveBefore(node, before);
  }
};

/** What was done below one parent. */
interface Arranged {
  /** In the page's own order. */
  readonly units: readonly ResultUnit[];
  /** All nodes below the parent, in the page's own order. */
  readonly nodes: readonly ChildNode[];
}

/** Puts the nodes below a parent into a sequence in which those that may not move keep their order. */
const putInto = (parent: Node, sequence: readonly ChildNode[], movable: ReadonlySet<Node>): void => {
  let next: ChildNode | null = null;
  for (const node of sequence.toReversed()) {
    // Every node that moves finds its place right before the next one, which has its place already.
    if (movable.has(node) && node.nextSibling !== next) {
      move(parent, node, next);
    }
    next = node;
  }
};

const nodesOf = (units: readonly ResultUnit[]): readonly ChildNode[] => units.flatMap(({ nodes }) => nodes);

/** Lets units change places: the first of `wanted` comes where the first of `standing` is, and so on. */
const place = (parent: Node, standing: readonly ResultUnit[], wanted: readonly ResultUnit[]): void => {
  const slotAt = new Map<Node | undefined, number>(standing.map(({ nodes }, slot) => [nodes[0], slot]));
  const moving = new Set<Node>(nodesOf(standing));
  const sequence = [...parent.childNodes].flatMap((child) => {
    const slot = slotAt.get(child);
    if (slot !== undefined) {
      return wanted[slot]?.nodes ?? [];
    }
    return moving.has(child) ? [] : [child];
  });
  putInto(parent, sequence, moving);
};

/** The units that are still there, with the lines in place of folded results that came later. */
const present = (parent: Node, units: readonly ResultUnit[]): readonly ResultUnit[] =>
  units.flatMap(({ root, nodes }) => {
    const left = nodes.filter((node) => node.parentNode === parent);
    const fold = foldBefore(left[0]).filter((line) => !left.includes(line));
    return left.length === 0 ? [] : [{ root, nodes: [...fold, ...left] }];
  });

/** Puts units back before what followed them, as far as it is there; what the page added stays where it put it. */
const putBack = (parent: Node, { units, nodes }: Arranged): void => {
  const left = present(parent, units);
  const moving = new Set<Node>(nodesOf(left));
  const indexOf = new Map<Node, number>(nodes.map((node, index) => [node, index]));
  const before = Map.groupBy(left, (unit) => {
    const index = Math.max(...unit.nodes.map((node) => indexOf.get(node) ?? -1));
    return nodes.find((node, at) => at > index && node.parentNode === parent && !moving.has(node)) ?? null;
  });
  const others = [...parent.childNodes].filter((child) => !moving.has(child));
  // What the page added at the end comes after everything that was there before.
  const end = others.findLastIndex((child) => indexOf.has(child)) + 1;
  const sequence = [
    ...others.slice(0, end).flatMap((child) => [...nodesOf(before.get(child) ?? []), child]),
    ...nodesOf(before.get(null) ?? []),
    ...others.slice(end),
  ];
  putInto(parent, sequence, moving);
};

/**
 * Takes note of where the page put units among the others.
 *
 * @param isMoved whether the page moved a node itself
 * @returns puts them there again among the others, whose order is another one then
 */
const keepBeside = (parent: Node, units: readonly ResultUnit[], isMoved: (node: Node) => boolean): (() => void) => {
  const there = present(parent, units);
  const unitOf = new Map<Node, ResultUnit>(there.flatMap((unit) => unit.nodes.map((node) => [node, unit])));
  const standing = [...new Set([...parent.childNodes].flatMap((node) => unitOf.get(node) ?? []))];
  const theirs = standing.filter(({ nodes }) => nodes.some(isMoved));
  const others = new Set(standing.filter(({ nodes }) => !nodes.some(isMoved)));
  /** What each of them stands in front of: all others, one of them, or none where it comes last. */
  const followed = theirs.map((unit) => {
    const index = standing.indexOf(unit);
    const isInFront = !standing.slice(0, index).some((one) => others.has(one));
    return { unit, isInFront, next: standing.slice(index).find((one) => others.has(one)) };
  });
  return () => {
    const inOrder = [...parent.childNodes].filter((node) => others.has(unitOf.get(node)!));
    const front = inOrder[0];
    let last = inOrder.at(-1);
    if (front === undefined) return;
    for (const { unit, isInFront, next } of followed) {
      for (const node of unit.nodes) {
        const before = isInFront ? front : (next?.nodes[0] ?? last?.nextSibling ?? null);
        if (node !== before) move(parent, node, before);
        if (!isInFront && next === undefined) last = node;
      }
    }
  };
};

const isOurs = (node: Node): boolean => node instanceof Element && node.localName.startsWith("winnow-");

/** @param onOverruled called when the page itself moved a result that was arranged: the order is to be its own */
export const createArranger = (onOverruled: () => void): Arranger => {
  const arranged = new Map<Node, Arranged>();
  const places = new Map<Element, { readonly parent: Node; readonly index: number }>();
  let changed = false;
  /** What the page moved itself. */
  let moved = new Set<Node>();

  const take = (records: readonly MutationRecord[]): void => {
    const known = new Set<Node>([...arranged.values()].flatMap(({ units }) => nodesOf(units)));
    const theirs = records.flatMap(({ addedNodes, removedNodes }) => [...addedNodes, ...removedNodes]);
    changed ||= theirs.some((node) => !isOurs(node));
    const wasOverruled = moved.size > 0;
    for (const { addedNodes } of records) for (const node of addedNodes) if (known.has(node)) moved.add(node);
    if (!wasOverruled && moved.size > 0) onOverruled();
  };
  const observer = new MutationObserver(take);
  const forgetAll = (): void => {
    observer.disconnect();
    arranged.clear();
    places.clear();
    changed = false;
    moved = new Set();
  };
  const restore = (): void => {
    take(observer.takeRecords());
    for (const [parent, { units, nodes }] of arranged) {
      const putBeside = moved.size === 0 ? null : keepBeside(parent, units, (node) => moved.has(node));
      // What the page moved has no place of its own any more.
      putBack(parent, {
        units: units.filter((unit) => !unit.nodes.some((node) => moved.has(node))),
        nodes: nodes.filter((node) => !moved.has(node)),
      });
      putBeside?.();
    }
    forgetAll();
  };

  /** Whether exactly these results were arranged before, or none: then their own order is known. */
  const areThose = (groups: readonly UnitGroup[]): boolean =>
    arranged.size === 0 ||
    (arranged.size === groups.length &&
      groups.every(
        ({ parent, units }) =>
          arranged.get(parent)?.units.length === units.length && units.every(({ root }) => places.has(root)),
      ));

  return {
    arrange: (listings) => {
      take(observer.takeRecords());
      const results = listings.filter((listing) => listing.length > 1);
      const findGroups = (): readonly UnitGroup[] => results.flatMap(groupUnits);
      let groups = findGroups();
      if (moved.size > 0 || !areThose(groups)) {
        const wasChanged = changed;
        restore();
        changed = wasChanged;
        groups = findGroups();
      }
      const rank = new Map(results.flat().map(({ root }, index) => [root, index]));
      for (const { parent, units } of groups) {
        const own = units.toSorted((a, b) => (places.get(a.root)?.index ?? 0) - (places.get(b.root)?.index ?? 0));
        arranged.set(parent, {
          units: own,
          nodes: arranged.get(parent)?.nodes ?? [...parent.childNodes].filter((node) => !isOurs(node)),
        });
        for (const [index, { root }] of own.entries()) {
          places.set(root, { parent, index });
        }
        place(
          parent,
          units,
          units.toSorted((a, b) => (rank.get(a.root) ?? 0) - (rank.get(b.root) ?? 0)),
        );
        observer.observe(parent, { childList: true });
      }
      observer.takeRecords();
      const arrangedCount = groups.reduce((sum, { units }) => sum + units.length, 0);
      const wanted = results.reduce((sum, listing) => sum + listing.length, 0);
      if (arrangedCount === 0 && wanted > 0) {
        return "declined";
      }
      return arrangedCount === wanted && groups.length === results.length ? "whole" : "partial";
    },
    restore,
    pageChanged: () => {
      take(observer.takeRecords());
      return changed;
    },
    compare: (a, b) => {
      const [first, second] = [places.get(a), places.get(b)];
      return first === undefined || first.parent !== second?.parent ? null : first.index - second.index;
    },
  };
};
