import { messageText } from "@/browser/message-text.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import { ColorPicker } from "@/ui/controls/color-picker.tsx";
import { Switch } from "@/ui/controls/switch.tsx";
import { patchItem } from "@/ui/editing/settings-changes.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { CardTools } from "./card-tools.tsx";
import { LineEditor } from "./line-editor.tsx";
import { ListOptions } from "./list-options.tsx";
import { NameField } from "./name-field.tsx";
import { SharingChoice, StaysHere } from "./sharing-choice.tsx";

interface ListCardProps {
  readonly list: KeywordList;
  readonly index: number;
  readonly count: number;
  readonly fresh: boolean;
}

/** One keyword list with everything that can be set of it. */
export function ListCard({ list, index, count, fresh }: ListCardProps) {
  const { change } = useSettings();
  const name = list.name || messageText("common.untitledList");
  const patch = (properties: Partial<KeywordList>): void => void change(patchItem("lists", list.id, properties));
  return (
    <article id={`list-${list.id}`} class={list.enabled ? "card" : "card card-off"} aria-label={name}>
      <header class="card-head">
        <ColorPicker
          label={messageText("common.colorOf", [name])}
          color={list.color}
          onChange={(color) => patch({ color })}
        />
        <NameField
          place={{ kind: "lists", id: list.id, field: "name" }}
          label={messageText("options.listName")}
          placeholder={messageText("common.untitledList")}
          fresh={fresh}
        />
        <CardTools kind="lists" id={list.id} name={name} index={index} count={count}>
          <Switch
            label={messageText("common.switchOf", [name])}
            checked={list.enabled}
            onChange={(enabled) => patch({ enabled })}
          />
        </CardTools>
      </header>
      <StaysHere kind="lists" id={list.id} />
      <LineEditor list={list.id} label={messageText("options.linesOf", [name])} />
      <ListOptions options={list.options} onChange={(options) => patch({ options })}>
        <SharingChoice kind="lists" id={list.id} />
      </ListOptions>
    </article>
  );
}
