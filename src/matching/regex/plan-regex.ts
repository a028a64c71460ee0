import type { Problem } from "@/model/problem.ts";

import { measureBacktracking, stepsOfAttempt } from "./measure-backtracking.ts";
import { parseRegex, UnsupportedRegexError } from "./parse-regex.ts";
import { compileRegex, RegexTooLargeError } from "./regex-program.ts";
import type { RegexNode, RegexTree } from "./regex-tree.ts";
import { requiredStretches } from "./required-stretches.ts";
import { RegexSimulator } from "./simulate-regex.ts";
import type { FoundMatch, IsOver } from "./simulate-regex.ts";

/**
 * The most steps that the browser's engine is let take in one search, which nothing can interrupt. They take it a
 * millisecond or two, and some 25 before it has compiled an expression to machine code.
 */
export const mostNativeSteps = 6_000_000;

/** Longer expressions than a person writes. */
const longestSource = 2000;

/** A regular expression and the ways to search by it that take no longer than the text deserves. */
export interface RegexPlan {
  readonly native: RegExp;
  /** In texts up to this many units the browser's engine is certain to take no more than {@link mostNativeSteps}. */
  readonly nativeLength: number;
  readonly tree: RegexTree;
  /** Whether it holds no references to groups, so that it can be searched by in linear time. */
  readonly isRegular: boolean;
}

/** Decides how to search by a regular expression. What cannot be searched by safely is a problem; `column` is from 1. */
export const planRegex = (source: string, flags: string): RegexPlan | Problem => {
  const native = compileNative(source, flags);
  if (typeof native === "string") return { code: "regex-invalid", args: [native] };
  if (source.length > longestSource) return { code: "regex-too-large", args: [] };
  try {
    const tree = parseRegex(source, native.flags);
    const hasReference = holdsReference(tree.root);
    // Throws where it is too large to be searched by in any way.
    compileRegex(tree.root);
    const nativeLength = safeLength(tree);
    if (hasReference && nativeLength < shortestUseful) return { code: "regex-reference", args: [] };
    return { native, nativeLength, tree, isRegular: !hasReference };
  } catch (error) {
    // A source that is nested too deeply overflows the stack.
    if (error instanceof RegexTooLargeError || error instanceof RangeError)
      return { code: "regex-too-large", args: [] };
    if (!(error instanceof UnsupportedRegexError)) throw error;
    return { code: "regex-unsupported", args: [error.part], column: error.index + 1 };
  }
};

/** Units: texts of results are hardly ever longer. References are refused where they are not safe up to here. */
const shortestUseful = 300;

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
const safeLength = (tree: RegexTree): number => {
  const work = measureBacktracking(tree);
  if (work === null) return 0;
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

/** Searches one block. Returns false if it was over before the end of the text. */
export type RegexSearch = (block: string, found: FoundMatch, isOver: IsOver) => boolean;

/** Makes a plan ready to search. */
export const createRegexSearch = ({ native, nativeLength, tree, isRegular }: RegexPlan): RegexSearch => {
  let simulator: RegexSimulator | undefined;
  let required: readonly RegExp[] | undefined;
  return (block, found, isOver) => {
    if (block.length > nativeLength && isRegular) {
      required ??= requiredStretches(tree);
      if (!required.every((stretch) => stretch.test(block))) return true;
      simulator ??= new RegexSimulator(tree);
      return simulator.findAll(block, found, isOver);
    }
    const text = block.length > nativeLength ? block.slice(0, nativeLength) : block;
    native.lastIndex = 0;
    for (let match = native.exec(text); match !== null; match = native.exec(text)) {
      if (match[0] === "") native.lastIndex += native.unicode && (text.codePointAt(match.index) ?? 0) > 0xffff ? 2 : 1;
      else found(match.index, match.index + match[0].length);
    }
    return text.length === block.length;
  };
};
