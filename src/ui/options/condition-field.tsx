import { messageText } from "@/browser/message-text.ts";
import { parseCondition } from "@/filters/parse-condition.ts";
import { printCondition } from "@/filters/print-condition.ts";
import type { Filter } from "@/model/filter.ts";
import { CodeField } from "@/ui/controls/code-field.tsx";
import { describeProblem } from "@/ui/controls/describe-problem.ts";
import { checkFilter } from "@/ui/editing/check-filter.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";
import { useDraft } from "@/ui/editing/use-draft.ts";

interface ConditionFieldProps {
  readonly filter: Filter;
  readonly label: string;
}

/** The condition of a filter: where it cannot be read, or how it is read where that differs from what was typed. */
export function ConditionField({ filter, label }: ConditionFieldProps) {
  const { text, onInput, onFocus, onBlur } = useDraft({ kind: "filters", id: filter.id, field: "condition" });
  const { settings } = useSettings();
  const parsed = parseCondition(text.value);
  const normal = parsed.ok ? printCondition(parsed.condition) : null;
  const check = checkFilter({ ...filter, condition: text.value }, settings.value.lists);
  // A condition that was not begun yet is no mistake to point at.
  const problem = text.value.trim() === "" ? null : check.problem;
  return (
    <>
      <CodeField
        label={label}
        placeholder={messageText("quickAdd.filterHint")}
        text={text.value}
        problem={problem}
        onInput={onInput}
        onFocus={onFocus}
        onBlur={onBlur}
      />
      {check.warnings.map((warning) => (
        <p key={`${warning.code} ${warning.column}`} class="field-warning" role="status">
          {describeProblem(warning)}
        </p>
      ))}
      <p class="hint filter-says">
        {messageText(`actionMeaning.${filter.action}`)}
        {normal !== null && normal !== text.value.trim() && (
          <>
            {" · "}
            {messageText("options.readAs")} <code dir="ltr">{normal}</code>
          </>
        )}
      </p>
    </>
  );
}
