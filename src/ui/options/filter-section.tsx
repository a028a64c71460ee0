import { useSignal } from "@preact/signals";

import { messageText } from "@/browser/message-text.ts";
import { hidingProblems } from "@/settings/hiding-record.ts";
import { Icon } from "@/ui/controls/icon.tsx";
import { ShowMore } from "@/ui/controls/show-more.tsx";
import { usedAs } from "@/ui/editing/filter-use.ts";
import { newFilter, putItem } from "@/ui/editing/settings-changes.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { ConditionSyntax } from "./condition-syntax.tsx";
import { FilterCard } from "./filter-card.tsx";
import { Section } from "./section.tsx";
import { useHidingRecord } from "./use-hiding-record.ts";

/** So many filters are drawn at first, and with each press of the button: a page of thousands opens slowly. */
const drawnAtOnce = 50;

/** Every filter; of many only the first ones, those searched for, and the one that the address or the user asks for. */
export function FilterSection() {
  const { settings, change } = useSettings();
  const created = useSignal<string | null>(null);
  const drawn = useSignal(drawnAtOnce);
  const sought = useSignal("");
  const { filters } = settings.value;
  const wanted = sought.value.trim().toLowerCase();
  const asked = decodeURIComponent(location.hash).replace(/^#filter-/u, "");
  const found = [...filters.entries()].filter(
    ([, filter]) => wanted === "" || `${filter.name} ${usedAs(filter).condition}`.toLowerCase().includes(wanted),
  );
  const shown = found.filter(
    ([, { id }], place) => place < drawn.value || id === created.value || (id === asked && wanted === ""),
  );
  const overreaching = new Map(hidingProblems(useHidingRecord(), filters, []).map((problem) => [problem.of, problem]));
  const create = (): void => {
    const filter = newFilter(settings.value, { name: "", condition: "", action: "hide" });
    created.value = filter.id;
    void change(putItem("filters", filter));
  };
  return (
    <Section id="filters" title={messageText("place.filters")} hint={messageText("options.filtersHint")}>
      <ConditionSyntax />
      {filters.length > drawnAtOnce && (
        <input
          type="search"
          class="text-field"
          aria-label={messageText("options.seekFilter")}
          placeholder={messageText("options.seekFilter")}
          value={sought.value}
          onInput={({ currentTarget }) => (sought.value = currentTarget.value)}
        />
      )}
      {shown.map(([index, filter]) => (
        <FilterCard
          key={filter.id}
          filter={filter}
          index={index}
          count={filters.length}
          fresh={filter.id === created.value}
          overreach={overreaching.get(filter.id)}
        />
      ))}
      <ShowMore left={found.length - shown.length} onMore={() => (drawn.value += drawnAtOnce)} />
      <button type="button" class="button" onClick={create}>
        <Icon name="add" />
        {messageText("options.newFilter")}
      </button>
    </Section>
  );
}
