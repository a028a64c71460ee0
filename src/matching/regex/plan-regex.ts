import type { Problem } from "@/model/problem.ts";

import { longestExpression } from "./longest-expression.ts";
import { measureBacktracking, stepsOfAttempt } from "./measure-backtracking.ts";
import type { BacktrackingWork } from "./measure-backtracking.ts";
import { parseRegex, UnsupportedRegexError } from "./parse-regex.ts";
import { compileRegex, RegexTooLargeError } from "./regex-program.ts";
import type { RegexNode, RegexTree } from "./regex-tree.ts";
import { literalsOfText, plainText, requiredLiterals } from "./required-literals.ts";

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

/** Longer ones may be nested so deeply that working something out about them overflows the stack. */
const longestLazy = 300;

/**
 * The most that may come of the steps of an expression and of the depth of loops in it that can be empty: the
 * simulation keeps track of them all at every character, and a person writes a hundredth of it.
 */
const mostTurns = 60_000;

/** A regular expression and what is known of the time that it takes, which is worked out when it is asked for. */
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
  /** Texts of which a match holds one at least, see `requiredLiterals`. */
  readonly literals: readonly string[] | null;
  /** Whether it is no more than a text, at any place or at an end of a block. */
  readonly isText: boolean;
}

class LazyPlan implements RegexPlan {
  readonly #source: string;
  /** The text that it is no more than, or null. */
  readonly #text: string | null;
  readonly #flags: string;
  #native: RegExp | null;
  #tree: RegexTree | null;
  /** Undefined as long as it was not measured. */
  #work: BacktrackingWork | null | undefined = undefined;
  #literals: readonly string[] | null | undefined = undefined;
  #nativeLength = -1;

  /** @param flags with `g`, and any that the source implies */
  constructor(source: string, flags: string, text: string | null, native: RegExp | null, tree: RegexTree | null) {
    this.#source = source;
    this.#text = text;
    this.#flags = flags;
    this.#native = native;
    this.#tree = tree;
  }

  get isText(): boolean {
    return this.#text !== null;
  }

  get native(): RegExp {
    return (this.#native ??= new RegExp(this.#source, this.#flags));
  }

  get tree(): RegexTree {
    return (this.#tree ??= parseRegex(this.#source, this.#flags));
  }

  get work(): BacktrackingWork | null {
    if (this.#work === undefined) this.#work = measureBacktracking(this.tree);
    return this.#work;
  }

  get nativeLength(): number {
    if (this.#nativeLength < 0) this.#nativeLength = this.work === null ? 0 : safeLength(this.tree, this.work);
    return this.#nativeLength;
  }

  get attemptLength(): number {
    return this.work === null ? 0 : Math.floor(mostAttemptSteps / stepsOfAttempt(this.work, 1));
  }

  get literals(): readonly string[] | null {
    if (this.#literals === undefined) {
      this.#literals = this.#text === null ? requiredLiterals(this.tree) : literalsOfText(this.#text);
    }
    return this.#literals;
  }
}

/** Decides whether a regular expression can be searched by safely. If not, it is a problem; `column` is from 1. */
export const planRegex = (source: string, flags: string): RegexPlan | Problem => {
  // Before anything else: even to compile a very long one takes its time.
  if (source.length > longestExpression) return { code: "regex-too-large", args: [] };
  const text = plainText(source, flags);
  if (text !== null) return new LazyPlan(source, `${flags}g`, text, null, null);
  const native = compileNative(source, flags);
  if (typeof native === "string") return { code: "regex-invalid", args: [native] };
  try {
    const tree = parseRegex(source, native.flags);
    // Throws where it is too large to be searched by in any way.
    const { steps, depth } = compileRegex(tree.root);
    if (steps.length * depth > mostTurns) throw new RegexTooLargeError();
    const plan = new LazyPlan(source, native.flags, null, native, tree);
    // Measured here and now, what overflows the stack is refused in time.
    if (source.length > longestLazy) void [plan.work, plan.literals];
    // What cannot be simulated must have a bound.
    if (holdsReference(tree.root) && plan.work === null) return { code: "regex-reference", args: [] };
    return plan;
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
