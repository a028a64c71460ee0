import type { ColorNumber } from "@/model/keyword-list.ts";
import type { PainterName } from "@/model/settings.ts";
import type { Visibility } from "@/model/verdict.ts";
import type { PaintedList } from "@/painting/painter.ts";

/** One result of the page under test, by selectors; title and snippet are looked for inside the root. */
export interface ProbeResult {
  readonly root: string;
  readonly parts?: string;
  readonly title?: string;
  readonly snippet?: string;
  /** What to light up: a word for each list, by list id. */
  readonly words?: Readonly<Record<string, string>>;
  readonly position?: number;
  readonly visibility?: Visibility;
  readonly mark?: ColorNumber;
  readonly foldText?: string;
}

/** What the content script under test can be asked to do. */
export type ProbeCall =
  | {
      readonly do: "show";
      readonly painter: PainterName;
      readonly lists: readonly PaintedList[];
      readonly results: readonly ProbeResult[];
    }
  | { readonly do: "forget"; readonly root: string }
  | { readonly do: "setShowHidden"; readonly on: boolean }
  | { readonly do: "setCurrent"; readonly root: string; readonly hit: number }
  | { readonly do: "clear" };
