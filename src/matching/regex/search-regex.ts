import { beginningOf } from "./first-atoms.ts";
import { mostNativeSteps } from "./plan-regex.ts";
import type { RegexPlan } from "./plan-regex.ts";
import { requiredStretches } from "./required-stretches.ts";
import { RegexSimulator } from "./simulate-regex.ts";

/** Says that searching has taken long enough. */
export type IsOver = () => boolean;

/** Reports a match, in units of the text. Returns whether to go on. */
export type FoundMatch = (start: number, end: number) => boolean;

/** Searches one block. Returns false if it was over before the end of the text. */
export type RegexSearch = (block: string, found: FoundMatch, isOver: IsOver) => boolean;

/**
 * Makes a plan ready to search in the fastest way that is safe for each block, so that no step which nothing can
 * interrupt takes long:
 *
 * - the browser's engine searches the block at once, where that is certain to be done soon;
 * - it makes one attempt after the other, where only an attempt is certain to be, as in long blocks;
 * - the expression is simulated, where not even that is.
 *
 * All three find the same: from left to right, none within another, empty matches left out.
 */
export const createRegexSearch = (plan: RegexPlan): RegexSearch => {
  let slowly: RegexSearch | undefined;
  return (block, found, isOver) => {
    if (block.length <= plan.nativeLength) return searchAtOnce(plan.native, block, found);
    slowly ??= plan.attemptLength > 0 ? searchByAttempts(plan) : searchBySimulation(plan);
    return slowly(block, found, isOver);
  };
};

const searchAtOnce = (regex: RegExp, text: string, found: FoundMatch): boolean => {
  regex.lastIndex = 0;
  for (let match = regex.exec(text); match !== null; match = regex.exec(text)) {
    if (match[0] === "") regex.lastIndex = nextPlace(regex, text, match.index);
    else if (!found(match.index, match.index + match[0].length)) return false;
  }
  return true;
};

const searchByAttempts = ({ native, tree, attemptLength }: RegexPlan): RegexSearch => {
  const required = requiredStretches(tree);
  const beginning = beginningOf(tree);
  const attempt = new RegExp(native.source, native.flags.replace("g", "y"));
  return (block, found, isOver) => {
    if (!required.every((stretch) => mayHold(block, stretch))) return true;
    const text = block.slice(0, attemptLength);
    for (let at = 0; at <= text.length;) {
      if (beginning !== null) {
        beginning.lastIndex = at;
        const match = beginning.exec(text);
        if (match === null) break;
        at = match.index;
      }
      if (isOver()) return false;
      attempt.lastIndex = at;
      const length = attempt.exec(text)?.[0].length ?? 0;
      if (length > 0 && !found(at, at + length)) return false;
      at = length > 0 ? at + length : nextPlace(native, text, at);
    }
    return text.length === block.length;
  };
};

const searchBySimulation = ({ tree }: RegexPlan): RegexSearch => {
  const required = requiredStretches(tree);
  let simulator: RegexSimulator | undefined;
  return (block, found, isOver) => {
    if (!required.every((stretch) => mayHold(block, stretch))) return true;
    simulator ??= new RegexSimulator(tree);
    return simulator.findAll(block, found, isOver);
  };
};

/** Whether a stretch is in a text, or would take too long to look for: at every place it may be read to its end. */
const mayHold = (text: string, stretch: RegExp): boolean =>
  text.length * stretch.source.length > mostNativeSteps || stretch.test(text);

/** The place after the character at an index. */
const nextPlace = (regex: RegExp, text: string, index: number): number =>
  index + (regex.unicode && (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1);
