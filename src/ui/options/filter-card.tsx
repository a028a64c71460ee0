import { messageText } from "@/browser/message-text.ts";
import type { Filter } from "@/model/filter.ts";
import type { Problem } from "@/model/problem.ts";
import { ColorPicker } from "@/ui/controls/color-picker.tsx";
import { Switch } from "@/ui/controls/switch.tsx";
import { UntoldOption } from "@/ui/controls/untold-option.tsx";
import { UseSelect } from "@/ui/controls/use-select.tsx";
import { ruleText, usedAs } from "@/ui/editing/filter-use.ts";
import { patchItem } from "@/ui/editing/settings-changes.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { CardTools } from "./card-tools.tsx";
import { ConditionField } from "./condition-field.tsx";
import { NameField } from "./name-field.tsx";
import { Overreach } from "./overreach.tsx";
import { StaysHere } from "./sharing-choice.tsx";
import { useUsedCondition } from "./use-used-condition.ts";

interface FilterCardProps {
  readonly filter: Filter;
  readonly index: number;
  readonly count: number;
  readonly fresh: boolean;
  /** That it hid everything on several pages in a row, where it did. */
  readonly overreach: Problem | undefined;
}

/** One filter with everything that can be set of it. */
export function FilterCard({ filter, index, count, fresh, overreach }: FilterCardProps) {
  const { change } = useSettings();
  const used = useUsedCondition(filter);
  const isBlank = usedAs(filter).condition === "";
  const name = filter.name || (isBlank ? messageText("common.untitledFilter") : ruleText(filter));
  const patch = (properties: Partial<Filter>): void => void change(patchItem("filters", filter.id, properties));
  return (
    <article id={`filter-${filter.id}`} class={filter.enabled ? "card" : "card card-off"} aria-label={name}>
      <header class="card-head">
        <UseSelect label={messageText("options.actionOf", [name])} use={used.use} onChange={used.onUse} />
        {filter.action === "mark" && (
          <ColorPicker
            label={messageText("common.colorOf", [name])}
            color={filter.color}
            onChange={(color) => patch({ color })}
          />
        )}
        <NameField
          place={{ kind: "filters", id: filter.id, field: "name" }}
          label={messageText("options.filterName")}
          placeholder={messageText("options.filterNameHint")}
          fresh={fresh}
        />
        <CardTools kind="filters" id={filter.id} name={name} index={index} count={count}>
          <Switch
            label={messageText("common.switchOf", [name])}
            checked={filter.enabled}
            onChange={(enabled) => patch({ enabled })}
          />
        </CardTools>
      </header>
      <StaysHere kind="filters" id={filter.id} />
      <ConditionField filter={filter} used={used} label={messageText("options.conditionOf", [name])} />
      {used.use === "only" && <UntoldOption condition={used.condition} onChange={used.onRewrite} />}
      <Overreach problem={overreach} />
    </article>
  );
}
