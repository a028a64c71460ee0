import { atomTests } from "@/matching/regex/atom-alphabet.ts";
import type { RegexNode, RegexTree } from "@/matching/regex/regex-tree.ts";

/** What one attempt at one start came to: where the match ends, or -1, and the steps it took. */
export interface Attempt {
  readonly end: number;
  readonly steps: number;
}

/** Thrown where an attempt takes more steps than were asked for. */
export class TooManyStepsError extends Error {}

type Captures = ReadonlyMap<number, string>;
type Continue = (at: number, captures: Captures) => number;

/**
 * A backtracking engine as ECMAScript describes it (22.2.2 of its 2025 edition), which counts the
 * characters, assertions and decisions it comes to.
 * It is as slow as such an engine can be, for it knows no short cuts.
 */
export const backtrack = (tree: RegexTree, text: string, start: number, mostSteps: number): Attempt => {
  const characters = tree.unicode ? Array.from(text) : text.split("");
  const tests = atomTests(tree);
  const word = new RegExp(String.raw`^\w$`, tree.atomFlags);
  const isWord = (at: number): boolean => word.test(characters[at] ?? "");
  const caseless = (part: string): string => (tree.unicode ? part.toLowerCase() : part.toUpperCase());
  const isSame = (found: string, captured: string): boolean =>
    found === captured || (tree.atomFlags.includes("i") && caseless(found) === caseless(captured));
  let steps = 0;
  const count = (): void => {
    if (++steps > mostSteps) throw new TooManyStepsError();
  };

  const run = (node: RegexNode, at: number, captures: Captures, back: boolean, next: Continue): number => {
    switch (node.kind) {
      case "atom": {
        count();
        const read = back ? at - 1 : at;
        const character = characters[read];
        if (character === undefined || tests[node.atom]?.(character) !== true) return -1;
        return next(back ? at - 1 : at + 1, captures);
      }
      case "sequence": {
        const nodes = back ? node.nodes.toReversed() : node.nodes;
        const from = (index: number): Continue =>
          index === nodes.length ? next : (place, seen) => run(nodes[index]!, place, seen, back, from(index + 1));
        return from(0)(at, captures);
      }
      case "choice":
        for (const part of node.nodes) {
          count();
          const end = run(part, at, captures, back, next);
          if (end >= 0) return end;
        }
        return -1;
      case "repeat":
        return repeat(node, 0, at, captures, back, next);
      case "group":
        return run(node.node, at, captures, back, (place, seen) => {
          const [from, to] = back ? [place, at] : [at, place];
          return next(place, new Map(seen).set(node.index, characters.slice(from, to).join("")));
        });
      case "assertion": {
        count();
        const holds = {
          start: at === 0,
          end: at === characters.length,
          word: isWord(at - 1) !== isWord(at),
          notWord: isWord(at - 1) === isWord(at),
        };
        return holds[node.assertion] ? next(at, captures) : -1;
      }
      case "look": {
        count();
        // What a look ahead captured stays captured, but no other way to match it is tried.
        let inside = captures;
        const end = run(node.node, at, captures, node.behind, (place, seen) => {
          inside = seen;
          return place;
        });
        if (end >= 0 === node.negative) return -1;
        return next(at, node.negative ? captures : inside);
      }
      case "reference": {
        const captured = captures.get(node.group) ?? "";
        const length = tree.unicode ? Array.from(captured).length : captured.length;
        const from = back ? at - length : at;
        steps += length;
        const found = characters.slice(Math.max(0, from), from + length).join("");
        if (!isSame(found, captured)) return -1;
        return next(back ? from : from + length, captures);
      }
    }
  };

  const repeat = (
    node: Extract<RegexNode, { kind: "repeat" }>,
    turns: number,
    at: number,
    captures: Captures,
    back: boolean,
    next: Continue,
  ): number => {
    const again = (): number => {
      if (turns >= node.max) return -1;
      return run(node.node, at, withoutGroups(node.node, captures), back, (place, seen) =>
        turns >= node.min && place === at ? -1 : repeat(node, turns + 1, place, seen, back, next),
      );
    };
    if (turns < node.min) return again();
    if (turns < node.max) count();
    if (node.lazy) {
      const end = next(at, captures);
      return end >= 0 ? end : again();
    }
    const end = again();
    return end >= 0 ? end : next(at, captures);
  };

  const end = run(tree.root, start, new Map(), false, (place) => place);
  return { end, steps };
};

const withoutGroups = (node: RegexNode, captures: Captures): Captures => {
  const rest = new Map(captures);
  const forget = (part: RegexNode): void => {
    if (part.kind === "group") rest.delete(part.index);
    if ("nodes" in part) for (const inner of part.nodes) forget(inner);
    if ("node" in part) forget(part.node);
  };
  forget(node);
  return rest;
};
