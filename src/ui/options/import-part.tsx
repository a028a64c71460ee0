import { messageText } from "@/browser/message-text.ts";
import type { PartChoice, PlannedPart } from "@/lists/plan-import.ts";
import { itemName } from "@/settings/item-names.ts";
import { CheckOption } from "@/ui/controls/check-option.tsx";
import { ColorPicker } from "@/ui/controls/color-picker.tsx";

import { Difference } from "./history/difference.tsx";
import { countsText } from "./part-counts.ts";

interface ImportPartProps {
  readonly part: PlannedPart;
  readonly onChoose: (choice: PartChoice) => void;
}

const nameOf = ({ kind, name }: PlannedPart): string => {
  if (name !== null && name !== "") return name;
  return messageText(`importPart.${kind}`);
};

/** The value of the choice that makes a part something of its own. */
const ownValue = "";

/** Where a part goes: to be something of its own, or to what is there already. */
const IntoChoice = ({ part, onChoose }: ImportPartProps) =>
  part.targets.length === 0 ? null : (
    <select
      class="select"
      aria-label={messageText("import.into", [nameOf(part)])}
      value={part.into ?? ownValue}
      onChange={({ currentTarget }) =>
        onChoose({ into: currentTarget.value === ownValue ? null : currentTarget.value })
      }
    >
      <option value={ownValue}>{messageText("import.asNew")}</option>
      {part.targets.map(({ id, name }) => (
        <option key={id} value={id}>
          {messageText("import.addTo", [name || messageText("common.untitledList")])}
        </option>
      ))}
    </select>
  );

const targetName = ({ targets, into }: PlannedPart): string =>
  targets.find(({ id }) => id === into)?.name || messageText("common.untitledList");

/** More lists or filters than these are not gone through one by one. */
const mostReplaced = 100;

/** What of what is there would go or become another one, said before it is chosen. */
function Replacing({ part, onChoose }: ImportPartProps) {
  const { exactly, replaced } = part;
  if (replaced.length === 0) return null;
  return (
    <>
      {exactly !== null && (
        <CheckOption
          label={messageText("import.exactly")}
          hint={messageText("import.exactlyMeaning")}
          checked={exactly}
          onChange={(chosen) => onChoose({ exactly: chosen })}
        />
      )}
      <details class="import-replaced" open>
        <summary>{messageText("import.replaced", replaced.length)}</summary>
        {replaced.slice(0, mostReplaced).map(({ before, after }) => (
          <div key={before.id} class="history-item">
            {part.kind !== "list" && <p class="history-name">{itemName(before)}</p>}
            <Difference before={before} after={after} />
          </div>
        ))}
        {replaced.length > mostReplaced && (
          <p class="hint">{messageText("options.moreProblems", replaced.length - mostReplaced)}</p>
        )}
      </details>
    </>
  );
}

/** One part of an import: whether it is taken, what becomes of it, and where it goes. */
export function ImportPart({ part, onChoose }: ImportPartProps) {
  const name = nameOf(part);
  const isNamed = (part.kind === "list" || part.kind === "rules") && part.into === null && part.asFilters !== true;
  return (
    <li class={part.taken ? "import-part" : "import-part import-part-off"}>
      <input
        type="checkbox"
        checked={part.taken}
        aria-label={messageText("import.take", [name])}
        onChange={({ currentTarget }) => onChoose({ taken: currentTarget.checked })}
      />
      {part.color !== null && (
        <ColorPicker
          label={messageText("common.colorOf", [name])}
          color={part.color}
          onChange={(color) => onChoose({ color })}
        />
      )}
      <div class="import-what">
        {isNamed && !part.key.startsWith("own-") ? (
          <input
            type="text"
            class="text-field"
            dir="auto"
            aria-label={messageText("import.nameOf", [name])}
            placeholder={messageText(`importPart.${part.kind}`)}
            value={part.name ?? ""}
            onInput={({ currentTarget }) => onChoose({ name: currentTarget.value })}
          />
        ) : (
          <strong>{name}</strong>
        )}
        <span class="hint">
          {messageText(`importKind.${part.kind}`)}: {countsText(part)}
        </span>
        {part.lost.map((what) => (
          <p key={what} class="hint">
            {messageText(`importLoses.${what}`, [targetName(part)])}
          </p>
        ))}
        <Replacing part={part} onChoose={onChoose} />
        {part.asFilters !== null && (
          <CheckOption
            label={messageText("import.asFilters")}
            checked={part.asFilters}
            onChange={(asFilters) => onChoose({ asFilters })}
          />
        )}
      </div>
      {part.asFilters !== true && <IntoChoice part={part} onChoose={onChoose} />}
    </li>
  );
}
