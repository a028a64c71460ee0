import type { Problem } from "@/model/problem.ts";

import { measureBacktracking, stepsOfAttempt } from "./measure-backtracking.ts";
import type { BacktrackingWork } from "./measure-backtracking.ts";
import { parseRegex, UnsupportedRegexError } from "./parse-regex.ts";
import { compileRegex, RegexTooLargeError } from "./regex-program.ts";
import type { RegexNode, RegexTree } from "./regex-tree.ts";

/**
 * The most steps that the browser's engine is let take in one search, which nothing can interrupt. They take it a
 * millisecond or two, and some 25 before it has compiled an expression to machine code.
 */
export const mostNativeSteps = 6_000_000;

/**
 * The same for one attempt in a text that is so long that the engine compiles the expression before it searches, as
 * it does from a thousand units on: some five milliseconds.
 */
export const mostAttemptSteps = 30_000_000;

/** Longer expressions than a person writes. */
const longestSource = 2000;

/**
 * The most that may come of the steps of an expression and of the depth of loops in it that can be empty: the
 * simulation keeps track of them all at every character, and a person writes a hundredth of it.
 */
const mostTurns = 60_000;

/** A regular expression and what is known of the time that it takes. */
export interface RegexPlan {
  /** With the flag `g`. */
  readonly native: RegExp;
  readonly tree: RegexTree;
  /**
   * In texts up to this many units the browser's engine takes no more than {@link mostNativeSteps} to search them
   * through.
   */
  readonly nativeLength: number;
  /** The same for one attempt and {@link mostAttemptSteps}. 0 for both lengths means that nothing is certain. */
  readonly attemptLength: number;
}

/** Decides whether a regular expression can be searched by safely. If not, it is a problem; `column` is from 1. */
export const planRegex = (source: string, flags: string): RegexPlan | Problem => {
  const native = compileNative(source, flags);
  if (typeof native === "string") return { code: "regex-invalid", args: [native] };
  if (source.length > longestSource) return { code: "regex-too-large", args: [] };
  try {
    const tree = parseRegex(source, native.flags);
    // Throws where it is too large to be searched by in any way.
    const { steps, depth } = compileRegex(tree.root);
    if (steps.length * depth > mostTurns) throw new RegexTooLargeError();
    const work = measureBacktracking(tree);
    if (work !== null) {
      const attemptLength = Math.floor(mostAttemptSteps / stepsOfAttempt(work, 1));
      return { native, tree, nativeLength: safeLength(tree, work), attemptLength };
    }
    if (holdsReference(tree.root)) return { code: "regex-reference", args: [] };
    return { native, tree, nativeLength: 0, attemptLength: 0 };
  } catch (error) {
    // A source that is nested too deeply overflows the stack.
    if (error instanceof RegexTooLargeError || error instanceof RangeError) {
      return { code: "regex-too-large", args: [] };
    }
    if (!(error instanceof UnsupportedRegexError)) throw error;
    return { code: "regex-unsupported", args: [error.part], column: error.index + 1 };
  }
};

/** The expression with the flag `g`, or the message of what is wrong with it. */
const compileNative = (source: string, flags: string): RegExp | string => {
  // Classes like \p{Lu} are letters p without the flag u, which nobody means.
  const implied = /\\[pP]\{|\\u\{/u.test(source) && !flags.includes("u") ? "u" : "";
  try {
    return new RegExp(source, `${flags}${implied}g`);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** The length of the longest text that backtracking takes no more than {@link mostNativeSteps} for. */
const safeLength = (tree: RegexTree, work: BacktrackingWork): number => {
  const { first, each, reach } = work;
  // Where only the first attempt can get anywhere, the others take the first steps and no more.
  if (isAnchored(tree)) return Math.floor(mostNativeSteps / (first + each));
  // Every unit is the start of an attempt: in texts up to the reach, first × length + each × length² steps at the most.
  const untilReach = each === 0 ? 0 : (Math.sqrt(first * first + 4 * each * mostNativeSteps) - first) / (2 * each);
  if (each > 0 && untilReach <= reach) return Math.floor(untilReach);
  return Math.floor(mostNativeSteps / stepsOfAttempt(work, Infinity));
};

/** Whether an expression can only match at the start of a text. */
const isAnchored = ({ root, multiline }: RegexTree): boolean => {
  const first = root.kind === "sequence" ? root.nodes[0] : root;
  return !multiline && first?.kind === "assertion" && first.assertion === "start";
};

const holdsReference = (node: RegexNode): boolean => {
  if (node.kind === "reference") return true;
  if ("nodes" in node) return node.nodes.some(holdsReference);
  return "node" in node && holdsReference(node.node);
};
