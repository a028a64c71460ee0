import type { KeywordList } from "@/model/keyword-list.ts";
import type { Settings } from "@/model/settings.ts";

import type { PartChoice, PartPlan, Present } from "../plan-import.ts";
import { putItems } from "./plan-filters.ts";
import { newLines } from "./plan-list.ts";

/** A list of a file of Winnow's own: the one of the same id becomes as the file has it. */
export const planSettingsList = ({ settings }: Present, list: KeywordList, choice: PartChoice): PartPlan => {
  const known = settings.lists.find(({ id }) => id === list.id);
  const added = newLines(list.lines, known?.lines ?? []).length;
  const removed = known === undefined ? 0 : newLines(known.lines, list.lines).length;
  const isSame = JSON.stringify(known) === JSON.stringify(list);
  return {
    part: {
      key: `own-${list.id}`,
      kind: "list",
      name: list.name,
      taken: choice.taken ?? !isSame,
      color: null,
      into: known?.id ?? null,
      targets: [],
      asFilters: null,
      added,
      // Its name, colour or options may be other ones.
      changed: known !== undefined && !isSame && added + removed === 0 ? 1 : 0,
      removed,
      same: newLines(list.lines, []).length - added,
    },
    change: (current) => ({ ...current, lists: putItems(current.lists, [list]) }),
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
