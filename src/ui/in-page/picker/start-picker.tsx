import { effect } from "@preact/signals";
import { render } from "preact";

import { interfaceLanguage } from "@/browser/interface-language.ts";
import { createPageStore } from "@/ui/in-page/page-store.ts";

import { createOverlay } from "./overlay.ts";
import { PickerBar } from "./picker-bar.tsx";
import { pickerKeys } from "./picker-keys.ts";
import { createPickerState } from "./picker-state.ts";
import { saveRecipe } from "./save-recipe.ts";
import { swallowEvents } from "./swallow-events.ts";

/** Under this name a page remembers its open picker: the script may be injected more than once. */
const openKey = Symbol.for("winnow.picker");

/** Milliseconds after which the picker goes by itself once it said that the recipe is saved and works. */
const goneAfter = 6000;

export interface PickerOptions {
  /** Whether Winnow looks at this page, and so will use the recipe at once. */
  readonly runsHere: () => boolean;
}

/**
 * Lets the user pick a result on the page and save what is found by it as a recipe. Everything it shows is in one
 * element of its own, which is gone at the end; the page itself is not touched. Started again while it is open, it
 * only takes the focus.
 */
export function startPicker(document: Document, { runsHere }: PickerOptions): void {
  const here = globalThis as { [openKey]?: { readonly focus: () => void } };
  if (here[openKey] !== undefined) {
    here[openKey].focus();
    return;
  }
  const view = document.defaultView;
  if (view === null) return;
  const store = createPageStore();
  const state = createPickerState({
    document,
    recipes: async () => (await store.load()).settings.recipes,
    save: (data) => saveRecipe(store, data),
    runsHere,
  });
  const end = new AbortController();
  const focused = document.activeElement;
  const overlay = createOverlay(document, view, interfaceLanguage(), state, end.signal);

  const close = (): void => {
    end.abort();
    render(null, overlay.place);
    overlay.host.remove();
    delete here[openKey];
    if (focused instanceof HTMLElement && focused !== document.body) focused.focus({ preventScroll: true });
  };
  const isOnControl = (): boolean => document.activeElement === overlay.host;
  here[openKey] = { focus: overlay.focus };

  swallowEvents(
    view,
    overlay.host,
    {
      onPress: (element) => void state.pick(element),
      onPoint: (element) => state.phase.value.kind === "choosing" && state.point(element),
      onKey: pickerKeys({ state, document, isOnControl, focusControls: overlay.focus, close }),
    },
    end.signal,
  );
  const stop = effect(() => {
    if (state.phase.value.kind === "saved" && state.phase.value.runsHere) {
      const timer = setTimeout(close, goneAfter);
      return () => clearTimeout(timer);
    }
    return undefined;
  });
  end.signal.addEventListener("abort", stop, { once: true });
  render(<PickerBar state={state} document={document} close={close} />, overlay.place);
  overlay.focus();
}
