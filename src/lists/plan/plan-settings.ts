import type { KeywordList } from "@/model/keyword-list.ts";
import type { Settings } from "@/model/settings.ts";

import type { PartChoice, PartPlan, Present } from "../plan-import.ts";
import { putItems } from "./plan-filters.ts";
import { addLines, newLines } from "./plan-list.ts";

/**
 * A list of a file of Winnow's own. The one of the same id gets the lines that it lacks; where the reader says so, it
 * becomes as the file has it, with what that takes away.
 */
export const planSettingsList = ({ settings }: Present, list: KeywordList, choice: PartChoice): PartPlan => {
  const known = settings.lists.find(({ id }) => id === list.id);
  const added = newLines(list.lines, known?.lines ?? []);
  const removed = known === undefined ? 0 : newLines(known.lines, list.lines).length;
  const { lines: _lines, ...properties } = list;
  const hasOthers = known !== undefined && JSON.stringify({ ...known, ...properties }) !== JSON.stringify(known);
  const loses = removed > 0 || hasOthers;
  const exactly = loses ? choice.exactly === true : null;
  const isSame = JSON.stringify(known) === JSON.stringify(list);
  return {
    part: {
      key: `own-${list.id}`,
      kind: "list",
      name: list.name,
      taken: choice.taken ?? (exactly === false ? added.length > 0 : !isSame),
      color: null,
      into: known?.id ?? null,
      targets: [],
      asFilters: null,
      exactly,
      replaced: known !== undefined && loses ? [{ before: known, after: list }] : [],
      lost: [],
      added: added.length,
      // Its name, colour or options, or the order of its lines.
      changed: known !== undefined && exactly !== false && !isSame && added.length + removed === 0 ? 1 : 0,
      removed: exactly === true ? removed : 0,
      same: newLines(list.lines, []).length - added.length,
    },
    change: (current) => {
      const now = current.lists.find(({ id }) => id === list.id);
      const put = now !== undefined && exactly === false ? addLines(now, list.lines) : list;
      return { ...current, lists: putItems(current.lists, [put]) };
    },
  };
};

/** Everything of the settings that is no list: switches and choices. */
const preferencesOf = ({
  lists: _lists,
  filters: _filters,
  recipes: _recipes,
  subscriptions: _subscriptions,
  pausedSites: _sites,
  ...rest
}: Settings) => rest;

/** The switches and choices of a file of Winnow's own, and the sites on which it is switched off. */
export const planPreferences = ({ settings }: Present, own: Settings, choice: PartChoice): PartPlan => {
  const before: Readonly<Record<string, unknown>> = preferencesOf(settings);
  const entries = Object.entries(preferencesOf(own));
  const changed = entries.filter(([name, value]) => JSON.stringify(before[name]) !== JSON.stringify(value)).length;
  const added = newLines(own.pausedSites, settings.pausedSites).length;
  return {
    part: {
      key: "preferences",
      kind: "preferences",
      name: null,
      taken: choice.taken ?? added + changed > 0,
      color: null,
      into: null,
      targets: [],
      asFilters: null,
      exactly: null,
      replaced: [],
      lost: [],
      added,
      changed,
      removed: 0,
      same: entries.length - changed + own.pausedSites.length - added,
    },
    change: (current) => ({
      ...current,
      ...preferencesOf(own),
      pausedSites: [...new Set([...current.pausedSites, ...own.pausedSites])],
    }),
  };
};
