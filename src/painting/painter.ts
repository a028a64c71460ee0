import type { FieldText } from "@/dom-text/field-text.ts";
import type { Hit } from "@/model/hit.ts";
import type { KeywordList } from "@/model/keyword-list.ts";
import type { TextFieldName } from "@/model/result.ts";
import type { PainterName } from "@/model/settings.ts";

/** One result with what is to be lit up in it. Hits in fields that are not texts on the page are left out. */
export interface PaintTarget {
  readonly root: Element;
  readonly parts: readonly Element[];
  readonly fields: Readonly<Record<TextFieldName, FieldText>>;
  readonly hits: readonly Hit[];
}

/** A keyword list as painters see it. */
export type PaintedList = Pick<KeywordList, "id" | "color">;

/** Draws hits on the page. Targets are known by their roots. */
export interface Painter {
  readonly name: PainterName;
  /** Says which lists there are, in the user's order: of two hits of one length the earlier list's is on top. */
  useLists(lists: readonly PaintedList[]): void;
  /** Paints targets; a target whose root was painted before is painted anew. */
  paint(targets: readonly PaintTarget[]): void;
  /** Takes the paint off targets, such as those that left the page. */
  forget(roots: readonly Element[]): void;
  /**
   * Marks one hit as the current one, or none, and returns the element that it begins in, for scrolling there:
   * null where the hit is no longer on the page. It stays the current one when its target is painted anew, as long as
   * it is among the target's hits.
   */
  setCurrent(current: { readonly target: PaintTarget; readonly hit: Hit } | null): Element | null;
  /** Whether an element was put in by this painter, and is no copy that the page made of one. */
  holds(element: Element): boolean;
  /** Undoes everything, byte for byte. The painter can be used again afterwards. */
  clear(): void;
}
