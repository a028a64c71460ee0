import { sameJson } from "@/sync/same-json.ts";

import type { HistoryItem } from "./history-record.ts";

/** The most characters of one step: fast typing during the seconds that an exchange gathers changes for. */
const mostAtOnce = 20;

/** The most characters by which a text may differ from its kept state, so that little is lost between two states. */
const mostGathered = 80;

/** With one of these a term came to a condition or left it as a whole, as where another site is hidden. */
const wholeTerm = /\b(?:OR|AND|NOT)\b|:/;

/**
 * Whether a change of an item goes on with the typing that its kept state was the beginning of, so that the state in
 * between need not be kept: nobody goes back letter by letter.
 *
 * @param kept the newest state in the history
 */
export function isTypingOn(kept: HistoryItem, before: HistoryItem, after: HistoryItem): boolean {
  const step = textChange(before, after);
  if (step === null || step.from.length !== 1 || step.to.length !== 1 || !isStep(step)) return false;
  const sum = textChange(kept, after);
  if (sum === null || sum.field !== step.field || sum.from.length > 1 || sum.to.length > 1) return false;
  const { removed, inserted } = difference(sum.from[0] ?? "", sum.to[0] ?? "");
  return Math.max(removed.length, inserted.length) <= mostGathered;
}

/** What differs in one text of an item, in lines: those in between the ones that are alike. */
interface TextChange {
  readonly field: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

const textFields: ReadonlySet<string> = new Set(["lines", "condition", "name", "address"]);

/** @returns null where not exactly one text differs, or something else does too. */
function textChange(before: HistoryItem, after: HistoryItem): TextChange | null {
  const olds = new Map<string, unknown>(Object.entries(before));
  const news = new Map<string, unknown>(Object.entries(after));
  const [field, ...more] = [...new Set([...olds.keys(), ...news.keys()])].filter(
    (key) => !sameJson(olds.get(key), news.get(key)),
  );
  if (field === undefined || more.length > 0 || !textFields.has(field)) return null;
  const { removed, inserted } = difference(linesOf(olds.get(field)), linesOf(news.get(field)));
  return { field, from: removed, to: inserted };
}

const linesOf = (text: unknown): readonly string[] =>
  Array.isArray(text) ? (text as readonly string[]) : [String(text)];

function isStep({ field, from: [from = ""], to: [to = ""] }: TextChange): boolean {
  const { removed, inserted } = difference(from, to);
  // Emptied, or replaced as a whole.
  if (from !== "" && removed.length === from.length) return false;
  if (Math.max(removed.length, inserted.length) > mostAtOnce) return false;
  return field !== "condition" || !(wholeTerm.test(removed) || wholeTerm.test(inserted));
}

/** What is left of two sequences without the beginning and the end that they share. */
function difference<Sequence extends string | readonly string[]>(
  from: Sequence,
  to: Sequence,
): { readonly removed: Sequence; readonly inserted: Sequence } {
  const shorter = Math.min(from.length, to.length);
  let start = 0;
  while (start < shorter && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < shorter - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  const part = (sequence: Sequence): Sequence => sequence.slice(start, sequence.length - end) as Sequence;
  return { removed: part(from), inserted: part(to) };
}
