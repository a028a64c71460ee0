import { useMemo } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";
import type { Filter } from "@/model/filter.ts";
import { CodeField } from "@/ui/controls/code-field.tsx";
import { FieldWarning } from "@/ui/controls/field-warning.tsx";
import { checkFilter } from "@/ui/editing/check-filter.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import type { UsedCondition } from "./use-used-condition.ts";

interface ConditionFieldProps {
  readonly filter: Filter;
  readonly used: UsedCondition;
  readonly label: string;
}

/** The condition of a filter: where it cannot be read, or how it is read where that differs from what was typed. */
export function ConditionField({ filter, used, label }: ConditionFieldProps) {
  const { use, condition, onInput, onFocus, onBlur } = used;
  const { settings } = useSettings();
  const parsed = parseCondition(condition);
  const normal = parsed.ok ? printCondition(parsed.condition) : null;
  const { lists } = settings.value;
  const check = useMemo(() => checkFilter({ ...filter, condition }, lists), [filter, condition, lists]);
  // A condition that was not begun yet is no mistake to point at.
  const problem = condition.trim() === "" ? null : check.problem;
  return (
    <>
      <CodeField
        label={label}
        placeholder={use === "only" ? messageText("only.hint") : messageText("quickAdd.filterHint")}
        text={condition}
        problem={problem}
        onInput={onInput}
        onFocus={onFocus}
        onBlur={onBlur}
      />
      {check.warnings.map((warning) => (
        <FieldWarning key={`${warning.code} ${warning.column}`} problem={warning} />
      ))}
      <p class="hint filter-says">
        {messageText(`actionMeaning.${use}`)}
        {normal !== null && normal !== condition.trim() && (
          <>
            {" · "}
            {messageText("options.readAs")} <code dir="ltr">{normal}</code>
          </>
        )}
      </p>
    </>
  );
}
