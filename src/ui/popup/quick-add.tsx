import { useSignal } from "@preact/signals";

import { messageText } from "@/browser/message-text.ts";
import { CodeField } from "@/ui/controls/code-field.tsx";
import { FieldWarning } from "@/ui/controls/field-warning.tsx";
import { Icon } from "@/ui/controls/icon.tsx";
import { announceDone } from "@/ui/controls/undo.tsx";
import { UntoldOption } from "@/ui/controls/untold-option.tsx";
import { offeredUses } from "@/ui/editing/filter-use.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { addLine, addProblem, addWarnings, readTarget, targetValue } from "./add-target.ts";

/** Where the line that was typed but not added yet is kept, so that a popup that closes by itself loses nothing. */
const draftKey = "winnow-quick-add";
const targetKey = "winnow-quick-add-target";

/** One field for a keyword or a filter, and the choice of what it becomes. */
export function QuickAdd({ storage }: { readonly storage: Storage }) {
  const { settings, change } = useSettings();
  const line = useSignal(storage.getItem(draftKey) ?? "");
  const chosen = useSignal(storage.getItem(targetKey) ?? "list:first");
  const target = readTarget(chosen.value, settings.value);
  const problem = addProblem(line.value, target, settings.value);
  const warnings = problem === null ? addWarnings(line.value, target, settings.value) : [];

  const keep = (text: string): void => {
    line.value = text;
    storage.setItem(draftKey, text);
  };
  const aim = (at: string): void => {
    chosen.value = at;
    storage.setItem(targetKey, at);
  };
  const add = async (): Promise<void> => {
    // What is in the field now, which may be newer than what was drawn last.
    const text = line.value;
    const goal = readTarget(chosen.value, settings.value);
    if (text.trim() === "" || addProblem(text, goal, settings.value) !== null) return;
    const addition = addLine(text, goal, settings.value);
    line.value = "";
    const done = await change(addition.change);
    if (!done) line.value ||= text;
    storage.setItem(draftKey, line.value);
    if (done) announceDone(addition.done, () => void change(addition.undo));
  };

  return (
    <form
      class="quick-add"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <div class="quick-add-line">
        <CodeField
          label={messageText("quickAdd.label")}
          placeholder={
            target.kind === "keyword"
              ? messageText("quickAdd.keywordHint")
              : target.use === "only"
                ? messageText("only.hint")
                : messageText("quickAdd.filterHint")
          }
          text={line.value}
          problem={problem}
          onInput={({ currentTarget }) => keep(currentTarget.value)}
        />
        <button
          type="submit"
          class="button button-strong"
          aria-label={messageText("common.add")}
          title={messageText("common.add")}
        >
          <Icon name="add" />
        </button>
      </div>
      {warnings.map((warning) => (
        <FieldWarning key={`${warning.code} ${warning.column}`} problem={warning} />
      ))}
      {problem?.code === "keyword-condition" && (
        <button
          type="button"
          class="link-button quick-add-instead"
          onClick={({ currentTarget }) => {
            // The button goes; what was typed is what the focus goes on with.
            currentTarget.form?.querySelector("input")?.focus();
            aim("filter:hide");
          }}
        >
          {messageText("quickAdd.asFilter")}
        </button>
      )}
      <select
        class="select"
        aria-label={messageText("quickAdd.target")}
        value={targetValue(target)}
        onChange={({ currentTarget }) => aim(currentTarget.value)}
      >
        <optgroup label={messageText("quickAdd.keywordsGroup")}>
          {settings.value.lists.map((list) => (
            <option key={list.id} value={`list:${list.id}`}>
              {messageText("quickAdd.toList", [list.name || messageText("common.untitledList")])}
            </option>
          ))}
          <option value="list:">{messageText("quickAdd.toNewList")}</option>
        </optgroup>
        <optgroup label={messageText("quickAdd.filtersGroup")}>
          {offeredUses.map((use) => (
            <option key={use} value={`filter:${use}`}>
              {messageText("quickAdd.toFilter", [messageText(`action.${use}`)])}
            </option>
          ))}
        </optgroup>
      </select>
      {target.kind === "filter" && target.use === "only" && <UntoldOption condition={line.value} onChange={keep} />}
    </form>
  );
}
