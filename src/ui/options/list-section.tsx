import { useSignal } from "@preact/signals";

import { messageText } from "@/browser/message-text.ts";
import { Icon } from "@/ui/controls/icon.tsx";
import { newList, putItem } from "@/ui/editing/settings-changes.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { KeywordSyntax } from "./keyword-syntax.tsx";
import { ListCard } from "./list-card.tsx";
import { Section } from "./section.tsx";
import { SyncFillMeter } from "./sync-fill-meter.tsx";

export function ListSection() {
  const { settings, change } = useSettings();
  const created = useSignal<string | null>(null);
  const { lists } = settings.value;
  const create = (): void => {
    const list = newList(settings.value, "");
    created.value = list.id;
    void change(putItem("lists", list));
  };
  return (
    <Section id="lists" title={messageText("place.lists")} hint={messageText("options.listsHint")}>
      <SyncFillMeter quietly />
      <KeywordSyntax />
      {lists.map((list, index) => (
        <ListCard key={list.id} list={list} index={index} count={lists.length} fresh={list.id === created.value} />
      ))}
      <button type="button" class="button" onClick={create}>
        <Icon name="add" />
        {messageText("options.newList")}
      </button>
    </Section>
  );
}
