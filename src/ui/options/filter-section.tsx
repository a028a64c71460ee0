import { useSignal } from "@preact/signals";

import { messageText } from "@/browser/message-text.ts";
import { Icon } from "@/ui/controls/icon.tsx";
import { newFilter, putItem } from "@/ui/editing/settings-changes.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { ConditionSyntax } from "./condition-syntax.tsx";
import { FilterCard } from "./filter-card.tsx";
import { Section } from "./section.tsx";

export function FilterSection() {
  const { settings, change } = useSettings();
  const created = useSignal<string | null>(null);
  const { filters } = settings.value;
  const create = (): void => {
    const filter = newFilter(settings.value, { name: "", condition: "", action: "hide" });
    created.value = filter.id;
    void change(putItem("filters", filter));
  };
  return (
    <Section id="filters" title={messageText("place.filters")} hint={messageText("options.filtersHint")}>
      <ConditionSyntax />
      {filters.map((filter, index) => (
        <FilterCard
          key={filter.id}
          filter={filter}
          index={index}
          count={filters.length}
          fresh={filter.id === created.value}
        />
      ))}
      <button type="button" class="button" onClick={create}>
        <Icon name="add" />
        {messageText("options.newFilter")}
      </button>
    </Section>
  );
}
