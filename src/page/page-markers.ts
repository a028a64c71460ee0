import type { PageTone } from "@/model/palette.ts";
import type { Settings } from "@/model/settings.ts";
import { createOfferedMarkers } from "@/painting/offered-markers.ts";
import type { ScrollMarkers } from "@/painting/offered-markers.ts";

/** The markers along a page's scroll bar, as long as the settings ask for them. */
export interface PageMarkers {
  readonly applySettings: (settings: Settings) => void;
  /** Null where there are none. */
  readonly now: () => ScrollMarkers | null;
  readonly setTone: (tone: PageTone) => void;
  readonly clear: () => void;
}

/**
 * @param load brings the markers into the page's script, once they are wanted
 * @param onMarkers called when they have come; everything has to be shown again then
 */
export function createPageMarkers(
  document: Document,
  first: Settings,
  load: () => Promise<void>,
  onMarkers: () => void,
): PageMarkers {
  let settings = first;
  let markers: ScrollMarkers | null = null;
  let tone: PageTone = "light";
  let cleared = false;
  let loading = false;

  const start = async (): Promise<void> => {
    loading = true;
    await load();
    loading = false;
    if (!cleared && settings.scrollMarkers) onMarkers();
  };
  const now = (): ScrollMarkers | null => {
    if (markers === null && settings.scrollMarkers && !cleared) {
      markers = createOfferedMarkers(document);
      markers?.useLists(settings.lists);
      markers?.setTone(tone);
    }
    return markers;
  };
  const clear = (): void => {
    markers?.clear();
    markers = null;
  };
  const apply = (changed: Settings): void => {
    settings = changed;
    if (!changed.scrollMarkers) clear();
    else if (markers !== null) markers.useLists(changed.lists);
    else if (!loading) void start();
  };
  apply(first);

  return {
    applySettings: apply,
    now,
    setTone: (wanted) => {
      tone = wanted;
      markers?.setTone(wanted);
    },
    clear: () => {
      cleared = true;
      clear();
    },
  };
}
