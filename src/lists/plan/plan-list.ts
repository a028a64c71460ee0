import { colorCount, defaultKeywordOptions } from "@/model/keyword-list.ts";
import type { ColorNumber, KeywordList, KeywordOptions } from "@/model/keyword-list.ts";
import type { Settings } from "@/model/settings.ts";

import type { ImportedList } from "../imported-lists.ts";
import type { LostProperty, PartChoice, PartPlan, Present } from "../plan-import.ts";
import { manyKeywords } from "../read-import.ts";

/** What a part of a text is planned with. */
export interface PartRequest {
  readonly key: string;
  /** The id that it gets as something of its own. */
  readonly id: string;
  /** Its place among the parts of its kind, from 0. */
  readonly index: number;
  readonly choice: PartChoice;
}

/**
 * What a part is added to unless the reader says otherwise: the item of its name, in whatever letters, in which it
 * loses nothing; where it may, also another one of its name.
 */
export const findTarget = <Item extends { readonly name: string }>(
  items: readonly Item[],
  name: string | null,
  lostIn: (item: Item) => readonly LostProperty[],
  mayLose: boolean,
): Item | undefined => {
  const wanted = name?.trim().toLowerCase() ?? "";
  const named = wanted === "" ? [] : items.filter((item) => item.name.trim().toLowerCase() === wanted);
  return named.find((item) => lostIn(item).length === 0) ?? (mayLose ? named[0] : undefined);
};

/** A colour that no list has yet, of those that follow; where all are taken, the colours begin again. */
const freeColor = ({ lists }: Settings, index: number): ColorNumber => {
  const used = new Set(lists.map(({ color }) => color));
  const free = Array.from({ length: colorCount }, (_, number) => number + 1).filter((color) => !used.has(color));
  return free[index] ?? ((lists.length + index) % colorCount) + 1;
};

/** The lines that the others do not have, each once. */
export const newLines = (lines: readonly string[], others: readonly string[]): readonly string[] => {
  const known = new Set(others);
  return lines.filter((line) => line.trim() !== "" && !known.has(line) && known.add(line));
};

/** A list with the lines that it lacks. */
export const addLines = (list: KeywordList, lines: readonly string[]): KeywordList => ({
  ...list,
  lines: [...list.lines, ...newLines(lines, list.lines)],
});

/** What of being switched on or off is lost in what is there. */
export const lostSwitch = (given: boolean, there: boolean): readonly LostProperty[] =>
  given === there ? [] : [given ? "switchedOn" : "switchedOff"];

const haveSameOptions = (one: KeywordOptions, other: KeywordOptions): boolean =>
  Object.keys(defaultKeywordOptions).every(
    (name) => one[name as keyof KeywordOptions] === other[name as keyof KeywordOptions],
  );

/** What is lost where the lines of a list are added to another one. */
const lostIn = (target: KeywordList, { enabled, options }: ImportedList): readonly LostProperty[] => [
  ...(haveSameOptions(options, target.options) ? [] : (["options"] as const)),
  ...lostSwitch(enabled, target.enabled),
];

/** Whether a list is as any list is at first, as those are that tell nothing of how they are used. */
const isPlain = ({ enabled, options }: ImportedList): boolean =>
  enabled && haveSameOptions(options, defaultKeywordOptions);

/**
 * A keyword list becomes one of its own, or its lines are added to the one of the same name or another one. Unless the
 * reader says so, it is not added where it would lose that it is compared in a way of its own or is off: its words would
 * be lit within others, on every page.
 */
export const planList = (present: Present, list: ImportedList, request: PartRequest): PartPlan => {
  const { key, id, index, choice } = request;
  const { settings } = present;
  const proposed = findTarget(settings.lists, list.name, (one) => lostIn(one, list), isPlain(list));
  const into = choice.into === undefined ? (proposed?.id ?? null) : choice.into;
  const target = settings.lists.find((one) => one.id === into);
  const filled = list.lines.filter((line) => line.trim() !== "");
  const added = target === undefined ? filled.length : newLines(list.lines, target.lines).length;
  const name = choice.name ?? list.name;
  const color = choice.color ?? list.color ?? freeColor(settings, index);
  const { lines, enabled, options } = list;
  const own: KeywordList = { id, name: name ?? "", color, enabled, lines, options };
  return {
    part: {
      key,
      kind: "list",
      name,
      taken: choice.taken ?? (added > 0 && filled.length <= manyKeywords),
      color: target === undefined ? color : null,
      into: target?.id ?? null,
      targets: settings.lists.map((one) => ({ id: one.id, name: one.name })),
      asFilters: null,
      exactly: null,
      replaced: [],
      lost: target === undefined ? [] : lostIn(target, list),
      added,
      changed: 0,
      removed: 0,
      same: filled.length - added,
    },
    change: (current) => {
      const known = current.lists.some((one) => one.id === target?.id);
      return {
        ...current,
        lists: known
          ? current.lists.map((one) => (one.id === target?.id ? addLines(one, lines) : one))
          : [...current.lists, own],
      };
    },
  };
};
