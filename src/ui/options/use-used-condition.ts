import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";

import { allButText } from "@/filters/only-results.ts";
import type { Filter } from "@/model/filter.ts";
import { keptAs, usedAs } from "@/ui/editing/filter-use.ts";
import type { FilterUse } from "@/ui/editing/filter-use.ts";
import { patchItem } from "@/ui/editing/settings-changes.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";
import { useDraft } from "@/ui/editing/use-draft.ts";
import type { Draft } from "@/ui/editing/use-draft.ts";

/** What a filter is used for and its condition as that use shows it, both to be changed. */
export interface UsedCondition extends Omit<Draft, "text"> {
  readonly use: FilterUse;
  readonly condition: string;
  readonly onUse: (use: FilterUse) => void;
  /** Writes a condition at once that was not typed. */
  readonly onRewrite: (condition: string) => void;
}

/** Of these two, which it is depends on the condition alone. */
const isHiding = (use: FilterUse): boolean => use === "hide" || use === "only";

/**
 * Edits the condition of a filter as its use shows it. While it is typed the use stays as it is: the first sign of a
 * condition that is typed by hand may be a dash.
 */
export function useUsedCondition(filter: Filter): UsedCondition {
  const { change } = useSettings();
  const draft = useDraft({ kind: "filters", id: filter.id, field: "condition" });
  const isTyping = useSignal(false);
  const typed = useRef<string | null>(null);
  const seen = usedAs({ action: filter.action, condition: draft.text.value });
  const lastUse = useRef(seen.use);
  if (!isTyping.value || !isHiding(seen.use) || !isHiding(lastUse.current)) lastUse.current = seen.use;
  const use = lastUse.current;
  const condition =
    isTyping.value && typed.current !== null ? typed.current : use === seen.use ? seen.condition : draft.text.value;

  const put = (next: FilterUse, text: string): void =>
    void change(patchItem("filters", filter.id, keptAs({ use: next, condition: text })));
  return {
    use,
    condition,
    onUse: (next) => put(next, condition),
    onRewrite: (text) => put(use, text),
    onInput: ({ currentTarget: { value } }) => {
      typed.current = value;
      draft.onInput({ currentTarget: { value: use === "only" ? allButText(value) : value } });
    },
    onFocus: () => {
      isTyping.value = true;
      typed.current = condition;
      draft.onFocus();
    },
    onBlur: () => {
      typed.current = null;
      draft.onBlur();
      isTyping.value = false;
    },
  };
}
