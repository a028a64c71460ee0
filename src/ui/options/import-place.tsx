import { useSignal } from "@preact/signals";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";

import { messageText, problemText } from "@/browser/message-text.ts";
import type { RulesetStore } from "@/rulesets/ruleset-store.ts";
import { Icon } from "@/ui/controls/icon.tsx";
import { announceDone } from "@/ui/controls/undo.tsx";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { ImportPreview } from "./import-preview.tsx";
import { createImportState } from "./import-state.ts";
import type { ImportState } from "./import-state.ts";
import { sumOf } from "./part-counts.ts";

/** Files that are dropped anywhere on the page are read here. */
function useDroppedFiles({ readFiles }: ImportState, onDrop: () => void): void {
  // As soon as the place is there: a file that nobody takes is opened by the browser in the page's stead.
  useLayoutEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const isForUs = (event: DragEvent): boolean =>
      event.dataTransfer?.types.includes("Files") === true && !(event.target instanceof HTMLInputElement);
    addEventListener("dragover", (event) => isForUs(event) && event.preventDefault(), { signal });
    addEventListener(
      "drop",
      (event) => {
        if (!isForUs(event)) return;
        event.preventDefault();
        onDrop();
        void readFiles([...(event.dataTransfer?.files ?? [])]);
      },
      { signal },
    );
    return () => abort.abort();
  }, [readFiles, onDrop]);
}

/**
 * The longest text, in UTF-16 units, that goes through the field: browsers take seconds to lay out a field of a hundred
 * thousand lines, in which nobody reads or types.
 */
const longestInField = 20_000;

/** More names than these say no more. */
const mostNamed = 20;

/** The files that wait until the one that is shown is done with. Where it can't be read, the next is asked for here. */
function WaitingFiles({ state }: { readonly state: ImportState }) {
  const files = state.waiting.value;
  if (files.length === 0) return null;
  const names = files.slice(0, mostNamed).map(({ name }) => name);
  return (
    <div class="import-waiting">
      <p class="hint">
        {messageText("import.waiting", [(files.length > mostNamed ? [...names, "…"] : names).join(", ")])}
      </p>
      {state.read.value === null && !state.reading.value && (
        <button type="button" class="button" onClick={() => void state.readNext()}>
          {messageText("import.next")}
        </button>
      )}
    </div>
  );
}

/** Takes a file, a dropped one or a pasted text, shows what it would do, and does it when told to. */
export function ImportPlace({ rulesets }: { readonly rulesets: RulesetStore }) {
  const settings = useSettings();
  const state = useMemo(() => createImportState(settings, rulesets), [settings, rulesets]);
  const pasted = useSignal("");
  const picker = useRef<HTMLInputElement>(null);
  const chooser = useRef<HTMLButtonElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const show = useMemo(() => () => place.current?.scrollIntoView({ block: "start" }), []);
  useDroppedFiles(state, show);

  const apply = async (): Promise<void> => {
    const done = await state.apply();
    if (done === null) return;
    pasted.value = "";
    const { added, changed, removed } = sumOf(done.plan.parts);
    announceDone(messageText("import.done", [String(added), String(changed + removed)]), () => void done.undo());
  };

  /** Reads a long text that is pasted or dropped into the field at once, in the place of putting it there. */
  const takeLong = (event: Event, data: DataTransfer | null): void => {
    const text = data?.getData("text/plain") ?? "";
    if (text.length <= longestInField) return;
    event.preventDefault();
    // Taking so much from the clipboard was enough for one task.
    setTimeout(() => void state.readPasted(text));
  };

  return (
    <div id="import" class="card import-place" ref={place}>
      <h3>{messageText("import.title")}</h3>
      <p class="hint">{messageText("import.hint")}</p>
      <div class="buttons">
        <button ref={chooser} type="button" class="button" onClick={() => picker.current?.click()}>
          <Icon name="import" />
          {messageText("import.file")}
        </button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label={messageText("import.file")}
          onChange={({ currentTarget }) => {
            void state.readFiles([...(currentTarget.files ?? [])]);
            // The same file can be chosen again after it was mended.
            currentTarget.value = "";
          }}
        />
      </div>
      {state.read.value === null && (
        <form
          class="import-paste"
          onSubmit={(event) => {
            event.preventDefault();
            void state.readPasted(pasted.value);
          }}
        >
          <label>
            <span class="hint">{messageText("import.paste")}</span>
            <textarea
              class="import-text"
              rows={4}
              dir="ltr"
              spellcheck={false}
              value={pasted.value}
              onInput={({ currentTarget }) => (pasted.value = currentTarget.value)}
              onPaste={(event) => takeLong(event, event.clipboardData)}
              onDrop={(event) => takeLong(event, event.dataTransfer)}
            />
          </label>
          <button type="submit" class="button" disabled={pasted.value.trim() === ""}>
            {messageText("import.look")}
          </button>
        </form>
      )}
      <div role="status">
        {state.reading.value && <p class="hint">{messageText("import.reading")}</p>}
        {state.problems.value.slice(0, 8).map((problem) => (
          <p key={`${problem.code} ${problem.args.join(" ")}`} class="field-problem">
            {problemText(problem)}
          </p>
        ))}
      </div>
      <WaitingFiles state={state} />
      <ImportPreview
        state={state}
        onApply={() => void apply()}
        onCancel={() => {
          chooser.current?.focus();
          state.cancel();
        }}
      />
    </div>
  );
}
