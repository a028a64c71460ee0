import { colorCount } from "@/model/keyword-list.ts";
import type { ColorNumber, KeywordList } from "@/model/keyword-list.ts";
import type { Settings } from "@/model/settings.ts";

import type { ImportedList } from "../imported-lists.ts";
import type { PartChoice, PartPlan, Present } from "../plan-import.ts";
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

/** The item of a name, in whatever letters. */
export const findByName = <Item extends { readonly name: string }>(
  items: readonly Item[],
  name: string | null,
): Item | undefined => {
  const wanted = name?.trim().toLowerCase();
  return wanted === undefined || wanted === ""
    ? undefined
    : items.find((item) => item.name.trim().toLowerCase() === wanted);
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

/** A keyword list becomes one of its own, or its lines are added to the one of the same name or another one. */
export const planList = (present: Present, list: ImportedList, request: PartRequest): PartPlan => {
  const { key, id, index, choice } = request;
  const { settings } = present;
  const named = findByName(settings.lists, list.name);
  const into = choice.into === undefined ? (named?.id ?? null) : choice.into;
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
