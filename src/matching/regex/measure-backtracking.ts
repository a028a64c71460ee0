import { atomSignatures } from "./atom-alphabet.ts";
import { compileRegex } from "./regex-program.ts";
import type { Program } from "./regex-program.ts";
import { longestMatch, reversed } from "./regex-tree.ts";
import type { RegexNode, RegexTree } from "./regex-tree.ts";

/** The most steps that one attempt at one start takes, in any text. */
export interface BacktrackingWork {
  /** Steps before the second character is read. */
  readonly first: number;
  /** Further steps for each character that the attempt reaches. */
  readonly each: number;
  /** The most characters that an attempt reaches; infinite where it can go on to an end of the text. */
  readonly reach: number;
}

/** The most steps of one attempt in a text of some length. */
export const stepsOfAttempt = ({ first, each, reach }: BacktrackingWork, length: number): number =>
  each === 0 ? first : first + each * Math.min(length, reach);

/** More states than this and an expression is not measured further: it would take longer than it is worth. */
const mostStates = 400;
/** More ways than this to one step are taken for ways without end. */
const mostWays = 16;
/** More steps than this at one character and an expression is too slow, whatever else. */
const mostWork = 5000;
/** Steps without reading a character that are followed, counting each way there. */
const mostSilentSteps = 5000;

/** Thrown inside when a limit is passed. */
class UnmeasurableError extends Error {}

/**
 * Measures what a backtracking engine does at the most. Null where no bound was found that holds for any text: then
 * an attempt may take quadratic or exponential time, or the expression is too involved to tell.
 *
 * A backtracking engine that fails has gone every way there is. So all ways are followed at once, with their numbers:
 * a state holds how many ways lead to each step of the program, and reading one more character leads from state to
 * state. If finitely many states can be reached, no character is ever read on more ways than the largest of them
 * counts. (This is the subset construction with multiplicities.) Where an expression is ambiguous in a loop, the ways
 * multiply, the states have no end, and it is given up. Characters are told apart only as far as the expression does.
 */
export const measureBacktracking = (tree: RegexTree): BacktrackingWork | null => {
  const straight = measureStraight(tree.root);
  const reach = reachOf(tree.root);
  if (straight.work <= mostWork) return { first: straight.work, each: 0, reach };
  try {
    return { ...measure(tree.root, atomSignatures(tree)), reach };
  } catch (error) {
    if (error instanceof UnmeasurableError) return null;
    throw error;
  }
};

interface StraightWork {
  /** The ways through. */
  readonly ways: number;
  /** The steps on all of them. */
  readonly work: number;
}

/**
 * The ways through an expression and the steps on them if every character matched every atom: the quickest measure
 * of the most frequent expressions, those that repeat nothing without end. Infinite for others.
 */
const measureStraight = (node: RegexNode): StraightWork => {
  switch (node.kind) {
    case "atom":
    case "assertion":
      return { ways: 1, work: 1 };
    case "sequence":
      return node.nodes.map(measureStraight).reduce(inSequence, { ways: 1, work: 0 });
    case "choice": {
      const parts = node.nodes.map(measureStraight);
      return { ways: sum(parts.map(({ ways }) => ways)), work: parts.length + sum(parts.map(({ work }) => work)) };
    }
    case "repeat": {
      if (node.max > mostWork) return { ways: Infinity, work: Infinity };
      const once = measureStraight(node.node);
      const orNot = { ways: once.ways + 1, work: once.work + 1 };
      const turns = Array.from({ length: node.max }, (_, turn) => (turn < node.min ? once : orNot));
      return turns.reduce(inSequence, { ways: 1, work: 0 });
    }
    case "group":
      return measureStraight(node.node);
    case "look":
      return { ways: 1, work: 1 + measureStraight(asRead(node.node, node.behind)).work };
    case "reference":
      return { ways: Infinity, work: Infinity };
  }
};

/** The second part is gone through once for each way through the first. */
const inSequence = (a: StraightWork, b: StraightWork): StraightWork => ({
  ways: a.ways * b.ways,
  work: a.work + a.ways * b.work,
});

/** What is looked for behind a place is read from right to left. */
const asRead = (node: RegexNode, behind: boolean): RegexNode => (behind ? reversed(node) : node);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);

/** The most characters before or after its start that an expression looks at. */
const reachOf = (node: RegexNode): number => {
  const inside = "nodes" in node ? node.nodes : "node" in node ? [node.node] : [];
  const beyond = inside.map(reachOf).some((reach) => reach === Infinity);
  return beyond ? Infinity : longestMatch(node);
};

type Signatures = readonly (readonly number[])[];

const measure = (root: RegexNode, signatures: Signatures): Omit<BacktrackingWork, "reach"> => {
  const program = compileRegex(root);
  const lasting = lastingLooks(root);
  const works = program.looks.map(({ node, behind }) => measure(asRead(node, behind), signatures));
  // A look of limited length is a part of the step it is taken at.
  const lookWork = program.looks.map(({ node }, index) => {
    const { first, each } = works[index]!;
    return lasting.has(node) ? 1 : first + each * longestMatch(node);
  });
  let { first, each } = mostWorkOf(program, lookWork, signatures);
  // One that can go on to an end of the text is taken once for each way that leads to it.
  program.looks.forEach(({ node }, index) => {
    const times = lasting.get(node) ?? 0;
    first += times * works[index]!.first;
    each += times * works[index]!.each;
  });
  if (Math.max(first, each) > mostWork) throw new UnmeasurableError();
  return { first, each };
};

/**
 * The looks that can go on to an end of the text, with the number of ways that lead to each. They must be neither in
 * a loop nor after one, or they would be taken again and again.
 */
const lastingLooks = (root: RegexNode): ReadonlyMap<RegexNode, number> => {
  const lasting = new Map<RegexNode, number>();
  const visit = (node: RegexNode, ways: number): void => {
    switch (node.kind) {
      case "look":
        if (reachOf(node.node) < Infinity) return;
        if (ways > mostWork) throw new UnmeasurableError();
        lasting.set(node.node, ways);
        return;
      case "sequence": {
        let passed = ways;
        for (const part of node.nodes) {
          visit(part, passed);
          passed *= measureStraight(part).ways;
        }
        return;
      }
      case "choice":
        for (const part of node.nodes) visit(part, ways);
        return;
      case "repeat":
        visit(node.node, node.max > 1 ? Infinity : ways);
        return;
      case "group":
        visit(node.node, ways);
        return;
      case "atom":
      case "assertion":
      case "reference":
        return;
    }
  };
  visit(root, 1);
  return lasting;
};

/** How many ways lead to each step that reads a character. */
type State = ReadonlyMap<number, number>;

interface Closure {
  readonly state: State;
  /** The steps on all ways, with what the looks on them take. */
  readonly work: number;
}

const mostWorkOf = (
  program: Program,
  lookWork: readonly number[],
  signatures: Signatures,
): Omit<BacktrackingWork, "reach"> => {
  const closures = new Map<number, Closure>();
  const closureOf = (step: number): Closure => {
    let closure = closures.get(step);
    if (closure === undefined) {
      closure = followSilentSteps(program, lookWork, step);
      closures.set(step, closure);
    }
    return closure;
  };
  const workIn = (state: State): number => {
    let work = 0;
    for (const [step, ways] of state) work += ways * (1 + closureOf(step + 1).work);
    if (work > mostWork) throw new UnmeasurableError();
    return work;
  };
  const afterReading = (state: State, signature: readonly number[]): State => {
    const next = new Map<number, number>();
    for (const [step, ways] of state) {
      const { kind, atom } = program.steps[step] as { kind: string; atom: number };
      if (kind !== "atom" || !signature.includes(atom)) continue;
      for (const [after, more] of closureOf(step + 1).state) {
        const total = (next.get(after) ?? 0) + ways * more;
        if (total > mostWays) throw new UnmeasurableError();
        next.set(after, total);
      }
    }
    return next;
  };

  const start = closureOf(0);
  const seen = new Set<string>();
  const waiting: State[] = [start.state];
  let each = 0;
  for (let state = waiting.pop(); state !== undefined; state = waiting.pop()) {
    for (const signature of signatures) {
      const next = afterReading(state, signature);
      const key = [...next].toSorted(([a], [b]) => a - b).join(";");
      if (next.size === 0 || seen.has(key)) continue;
      seen.add(key);
      if (seen.size > mostStates) throw new UnmeasurableError();
      each = Math.max(each, workIn(next));
      waiting.push(next);
    }
  }
  return { first: start.work + workIn(start.state), each };
};

/**
 * Follows all ways from a step to the next steps that read a character. A turn of a repetition that was entered on
 * the way and left again without reading anything does not count, so no way goes round for ever.
 */
const followSilentSteps = (program: Program, lookWork: readonly number[], from: number): Closure => {
  const state = new Map<number, number>();
  let work = 0;
  let count = 0;
  /** `turn` is the depth of the outermost turn entered on the way. */
  const follow = (at: number, turn: number): void => {
    const step = program.steps[at];
    if (step === undefined) return;
    work++;
    if (++count > mostSilentSteps) throw new UnmeasurableError();
    switch (step.kind) {
      case "atom":
        state.set(at, (state.get(at) ?? 0) + 1);
        return;
      case "fork":
        follow(step.first, turn);
        follow(step.second, turn);
        return;
      case "jump":
        follow(step.to, turn);
        return;
      case "enter":
        follow(at + 1, Math.min(turn, step.depth));
        return;
      case "leave":
        if (turn > step.depth) follow(at + 1, turn);
        return;
      case "look":
        work += lookWork[step.look]!;
        follow(at + 1, turn);
        return;
      case "assertion":
        follow(at + 1, turn);
        return;
      case "match":
        return;
    }
  };
  follow(from, program.depth);
  return { state, work };
};
