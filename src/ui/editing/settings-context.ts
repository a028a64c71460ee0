import { createContext } from "preact";
import { useContext } from "preact/hooks";

import type { SettingsState } from "./settings-state.ts";

export const SettingsContext = createContext<SettingsState | null>(null);

/** @throws outside of a `SettingsContext`. */
export function useSettings(): SettingsState {
  const state = useContext(SettingsContext);
  if (state === null) throw new Error("No settings around this component");
  return state;
}
