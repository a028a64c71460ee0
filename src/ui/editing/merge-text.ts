import { conditionLines, conditionOf } from "@/sync/split-alternatives.ts";

import { mergeLines, sameLines } from "./merge-lines.ts";

/** Three states of one text. */
interface TextStates {
  /** What stood there before either edit. */
  readonly before: string;
  /** What was typed; the field goes on from it, whatever comes out here. */
  readonly mine: string;
  /** What stands there now. */
  readonly theirs: string;
}

/**
 * Merges two edits of one text, a name or a condition. The alternatives of a condition merge as lines do, as in the
 * exchange between devices: what either side added is there, what either took away is gone. Two names stand side by
 * side.
 */
export const mergeText = (field: "name" | "condition", states: TextStates): string => {
  const { before, mine, theirs } = states;
  if (theirs === before || theirs === mine) return mine;
  return field === "name" ? mergeNames(states) : mergeConditions(states);
};

const mergeConditions = ({ before, mine, theirs }: TextStates): string => {
  const [was, is, there] = [before, mine, theirs].map(linesOf) as [
    readonly string[],
    readonly string[],
    readonly string[],
  ];
  const merged = mergeLines(was, is, there);
  return sameLines(merged, there) ? theirs : conditionOf(merged);
};

/** One that is being emptied has no alternative to be kept. */
const linesOf = (condition: string): readonly string[] => (condition.trim() === "" ? [] : conditionLines(condition));

const between = " / ";

const mergeNames = ({ before, mine, theirs }: TextStates): string => {
  // Emptying a field takes away what stood there, not what another wrote.
  if (mine.trim() === "") return theirs;
  const names = theirs.split(between);
  const place = names.indexOf(before);
  if (names.includes(mine)) return theirs;
  return place < 0 ? mine + between + theirs : names.with(place, mine).join(between);
};
