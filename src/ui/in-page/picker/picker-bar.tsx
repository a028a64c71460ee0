import { useEffect, useRef } from "preact/hooks";

import { messageText, problemText } from "@/browser/message-text.ts";
import { sampleTitles } from "@/picking/sample-titles.ts";
import { CheckOption } from "@/ui/controls/check-option.tsx";

import { matchOf, shownProposal } from "./picker-state.ts";
import type { PickerState, Proposed } from "./picker-state.ts";

interface PickerBarProps {
  readonly state: PickerState;
  readonly document: Document;
  readonly close: () => void;
}

/** The picker's own controls: what to do, what is proposed, and what to do with it. */
export function PickerBar({ state, document, close }: PickerBarProps) {
  const phase = state.phase.value;
  return (
    <div class="bar" role="dialog" aria-label={messageText("picker.name")} tabIndex={-1}>
      <div class="says">
        <Says state={state} document={document} />
      </div>
      {phase.kind === "proposed" && <Choices state={state} proposed={phase} document={document} />}
      <div class="buttons">
        {phase.kind === "proposed" && <SaveButton onClick={() => void state.save()} />}
        <button type="button" class="button" onClick={close}>
          {messageText(phase.kind === "saved" ? "common.close" : "picker.cancel")}
        </button>
      </div>
      <p class="visually-hidden" role="status" aria-live="polite">
        {phase.kind === "choosing" ? (state.pointed.value?.textContent ?? "").trim().slice(0, longestSpoken) : ""}
      </p>
    </div>
  );
}

/** Characters of an element's text that are read out when the keyboard stops there. */
const longestSpoken = 120;

function Says({ state, document }: Omit<PickerBarProps, "close">) {
  const phase = state.phase.value;
  return (
    <div role="status" aria-live="polite">
      {phase.kind === "choosing" && (
        <>
          <p class="main">{messageText(phase.nothingAlike ? "picker.nothingAlike" : "picker.choose")}</p>
          <p class="hint">{messageText("picker.chooseHint")}</p>
        </>
      )}
      {phase.kind === "proposed" && <Found proposed={phase} />}
      {phase.kind === "saving" && <p class="main">{messageText("picker.saving")}</p>}
      {phase.kind === "saved" && (
        <p class="main">
          {messageText(phase.runsHere ? "picker.saved" : "picker.savedNotRunning", [document.location.hostname])}
        </p>
      )}
      {phase.kind === "failed" && <p class="main wrong">{problemText(phase.problem)}</p>}
    </div>
  );
}

function Found({ proposed }: { readonly proposed: Proposed }) {
  const proposal = shownProposal(proposed);
  return (
    <>
      <p class="main">{messageText("picker.found", proposal.results.length)}</p>
      <ul class="titles" aria-label={messageText("picker.titles")}>
        {sampleTitles(proposal).map((title, place) => (
          <li key={place} dir="auto">
            {title || messageText("popup.noTitle")}
          </li>
        ))}
      </ul>
    </>
  );
}

interface ChoicesProps {
  readonly state: PickerState;
  readonly proposed: Proposed;
  readonly document: Document;
}

function Choices({ state, proposed, document }: ChoicesProps) {
  const { ladder, index, keepable, keep, wholeSite } = proposed;
  const host = document.location.hostname;
  return (
    <div class="choices">
      <div class="steps">
        <button
          type="button"
          class="button"
          title={messageText("picker.narrowerHint")}
          disabled={index === 0}
          onClick={() => state.widen(-1)}
        >
          {messageText("picker.narrower")}
        </button>
        <button
          type="button"
          class="button"
          title={messageText("picker.widerHint")}
          disabled={index === ladder.proposals.length - 1}
          onClick={() => state.widen(1)}
        >
          {messageText("picker.wider")}
        </button>
      </div>
      {keepable !== null && (
        <CheckOption label={messageText("picker.keep", keepable.count)} checked={keep} onChange={state.setKeep} />
      )}
      <CheckOption
        label={messageText("picker.wholeSite", [host])}
        hint={matchOf(proposed, document)}
        checked={wholeSite}
        onChange={state.setWholeSite}
      />
    </div>
  );
}

/** Takes the focus when something is proposed, so that Enter saves it. */
function SaveButton({ onClick }: { readonly onClick: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus({ preventScroll: true }), []);
  return (
    <button ref={button} type="button" class="button button-strong" onClick={onClick}>
      {messageText("picker.save")}
    </button>
  );
}
