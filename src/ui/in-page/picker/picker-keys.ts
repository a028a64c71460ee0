import { firstStop, keyboardStops, nextGroup, nextStop } from "./keyboard-stops.ts";
import type { PickerState } from "./picker-state.ts";

type Move = (stops: readonly Element[], from: Element) => Element | null;

const moves: Readonly<Record<string, Move>> = {
  ArrowDown: (stops, from) => nextStop(stops, from, 1),
  ArrowUp: (stops, from) => nextStop(stops, from, -1),
  ArrowRight: (stops, from) => nextGroup(stops, from, 1),
  ArrowLeft: (stops, from) => nextGroup(stops, from, -1),
  Tab: (stops, from) => nextStop(stops, from, 1),
};

const moveOf = ({ key, shiftKey }: KeyboardEvent): Move | undefined =>
  key === "Tab" && shiftKey ? moves["ArrowUp"] : moves[key];

export interface PickerKeys {
  readonly state: PickerState;
  readonly document: Document;
  /** Whether the focus is on a control of the picker. */
  readonly isOnControl: () => boolean;
  readonly focusControls: () => void;
  readonly close: () => void;
}

/**
 * What keys do: arrows and Tab move over the page's elements (left and right to what looks different), Enter picks,
 * + and - widen and narrow, Escape ends. Once something is proposed, Tab and Enter work the picker's own controls.
 *
 * @returns a function that tells whether the key was used up
 */
export const pickerKeys = ({ state, document, isOnControl, focusControls, close }: PickerKeys) => {
  const moveTo = (event: KeyboardEvent): void => {
    const stops = keyboardStops(document);
    const from = state.pointed.value;
    const to = from === null || !from.isConnected ? firstStop(stops) : (moveOf(event)?.(stops, from) ?? null);
    if (to === null) return;
    state.point(to);
    to.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
  };

  const onProposed = (event: KeyboardEvent): boolean => {
    if (event.key === "+" || event.key === "=") state.widen(1);
    else if (event.key === "-" || event.key === "_") state.widen(-1);
    else if (event.key.startsWith("Arrow")) {
      state.chooseAgain();
      moveTo(event);
    } else if (isOnControl()) return false;
    else if (event.key === "Tab") focusControls();
    else if (event.key === "Enter") void state.save();
    else return false;
    return true;
  };

  return (event: KeyboardEvent): boolean => {
    if (event.key === "Escape") {
      close();
      return true;
    }
    const { kind } = state.phase.value;
    if (kind === "proposed") return onProposed(event);
    if (kind !== "choosing") return false;
    if (moveOf(event)) moveTo(event);
    else if (event.key !== "Enter") return false;
    else if (state.pointed.value !== null) void state.pick(state.pointed.value);
    return true;
  };
};
