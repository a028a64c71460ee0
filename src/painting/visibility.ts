import type { ColorNumber } from "@/model/keyword-list.ts";
import type { Visibility } from "@/model/verdict.ts";
import { resultLines } from "@/painting/offered-lines.ts";
import { pageNames } from "@/painting/page-names.ts";
import type { ResultLine } from "@/painting/result-line.ts";

/** What a result's elements show of its verdict. */
export interface VerdictTarget {
  readonly root: Element;
  /** Further elements of the result; those in the root are seen in its stead, because it has no box. */
  readonly parts: readonly Element[];
  /** The result's position in the page's order, from 1. */
  readonly position: number;
  readonly visibility: Visibility;
  readonly mark: ColorNumber | null;
  /** The number of hits. */
  readonly hitCount: number;
  /** What the line in place of a folded result says. */
  readonly foldText: string;
}

/** Shows verdicts by attributes; the page's style sheet does the hiding. */
export interface VerdictPainter {
  /** Shows verdicts; a target whose root was shown before is shown anew. */
  show(targets: readonly VerdictTarget[]): void;
  /** Whether this is the root or a further part of a result that is shown. */
  holds(element: Element): boolean;
  /** Puts back what the page took off roots and parts, and lines that it took away; others are left alone. */
  repair(elements: readonly Element[]): void;
  /** Opens a result and keeps it open through other verdicts; for a moment it stands out. */
  reveal(root: Element): void;
  /** Whether a hidden or folded result was opened. */
  isOpen(root: Element): boolean;
  /** Opens a result as it was under another root, which the page has rendered anew. */
  openAs(root: Element, before: Element): void;
  forget(roots: readonly Element[]): void;
  clear(): void;
}

/** A target with what stands on its elements. */
interface Shown {
  target: VerdictTarget;
  open: boolean;
  /** Open whatever its verdict, until the user closes it. */
  revealed: boolean;
  /** Stands out at the moment. */
  pointedAt: boolean;
  fold: ResultLine | null;
}

/** How long a revealed result stands out, in milliseconds: long enough for the eye to come after the scrolling. */
const pointingTime = 2500;

const openValue = (open: boolean, pointedAt: boolean): string | null => {
  if (pointedAt) return "now";
  return open ? "" : null;
};

const partValue = ({ target: { position, visibility, mark }, open, pointedAt }: Shown): string =>
  [
    String(position),
    visibility,
    ...(mark === null ? [] : [`mark-${mark}`]),
    ...(open ? ["open"] : []),
    ...(pointedAt ? ["open-now"] : []),
  ].join(" ");

/** Whether there is something to open in a result with this verdict. */
const isClosable = (visibility: Visibility): boolean => visibility === "hide" || visibility === "fold";

/** Makes an attribute say this, or takes it away for null. What stands there counts: the page writes there, too. */
const setAttribute = (element: Element, name: string, value: string | null): void => {
  if (value === element.getAttribute(name)) return;
  if (value === null) {
    element.removeAttribute(name);
  } else {
    element.setAttribute(name, value);
  }
};

/** Writes an attribute of a root. On a bare one stands nothing of ours, so that there is nothing to compare with. */
const writeAttribute = (root: Element, name: string, value: string | null, bare: boolean): void => {
  if (!bare) setAttribute(root, name, value);
  else if (value !== null) root.setAttribute(name, value);
};

/** A thousand results are written one after the other, by the shortest way. */
const write = (shown: Shown, bare = false): void => {
  const { root, parts, position, visibility, mark, hitCount } = shown.target;
  writeAttribute(root, pageNames.result, String(position), bare);
  writeAttribute(root, pageNames.verdict, visibility, bare);
  writeAttribute(root, pageNames.mark, mark === null ? null : String(mark), bare);
  writeAttribute(root, pageNames.hits, hitCount === 0 ? null : String(hitCount), bare);
  writeAttribute(root, pageNames.open, openValue(shown.open, shown.pointedAt), bare);
  if (parts.length > 0) {
    const value = partValue(shown);
    for (const part of parts) setAttribute(part, pageNames.part, value);
  }
};

/**
 * Takes off a result what stands on it, with as few steps as there are: switching off does it a thousand times at once.
 */
const erase = ({ target: { root, parts, mark, hitCount }, open, pointedAt, fold }: Shown): void => {
  root.removeAttribute(pageNames.result);
  root.removeAttribute(pageNames.verdict);
  if (mark !== null) root.removeAttribute(pageNames.mark);
  if (hitCount > 0) root.removeAttribute(pageNames.hits);
  if (open || pointedAt) root.removeAttribute(pageNames.open);
  for (const part of parts) part.removeAttribute(pageNames.part);
  fold?.element.remove();
};

export const createVerdictPainter = (): VerdictPainter => {
  const shownBy = new Map<Element, Shown>();
  /** By further parts. */
  const shownByPart = new Map<Element, Shown>();

  const setOpen = (shown: Shown, open: boolean): void => {
    shown.open = open;
    shown.revealed &&= open;
    shown.fold?.setOpen(open);
    write(shown);
  };

  const showFold = (shown: Shown, place: string): void => {
    const { root, visibility, foldText } = shown.target;
    if (visibility !== "fold") {
      shown.fold?.element.remove();
      shown.fold = null;
      return;
    }
    shown.fold ??= resultLines()?.insertLine(pageNames.fold, root, place, () => setOpen(shown, !shown.open)) ?? null;
    if (shown.fold === null) return;
    if (shown.fold.element.nextSibling !== root) {
      root.before(shown.fold.element);
    }
    shown.fold.setText(foldText);
    shown.fold.setOpen(shown.open);
  };

  /** Takes everything off further parts that a result has no longer. */
  const dropOtherParts = (shown: Shown, parts: readonly Element[]): void => {
    const before = shown.target.parts;
    if (before.length === parts.length && before.every((one, index) => one === parts[index])) return;
    for (const one of before) {
      one.removeAttribute(pageNames.part);
      shownByPart.delete(one);
    }
  };

  const forget = (root: Element): void => {
    const shown = shownBy.get(root);
    if (shown !== undefined) {
      erase(shown);
      for (const part of shown.target.parts) shownByPart.delete(part);
      shownBy.delete(root);
    }
  };

  const repair = (element: Element): void => {
    const shown = shownBy.get(element) ?? shownByPart.get(element);
    if (shown !== undefined) {
      write(shown);
      return;
    }
    if (element.localName !== pageNames.fold) return;
    for (const one of shownBy.values()) {
      if (one.fold?.element === element && one.target.root.isConnected) showFold(one, "");
    }
  };

  return {
    show: (targets) => {
      const folded: Shown[] = [];
      for (const target of targets) {
        const { root, parts, visibility } = target;
        let shown = shownBy.get(root);
        const bare = shown === undefined && !root.hasAttribute(pageNames.result);
        if (shown === undefined) {
          shown = { target, open: false, revealed: false, pointedAt: false, fold: null };
          shownBy.set(root, shown);
        } else {
          dropOtherParts(shown, parts);
          shown.open =
            isClosable(visibility) && (shown.revealed || (shown.open && shown.target.visibility === visibility));
          shown.target = target;
        }
        for (const part of parts) shownByPart.set(part, shown);
        // Copies of results carry what stood on them.
        write(shown, bare);
        if (visibility === "fold" || shown.fold !== null) folded.push(shown);
      }
      // Read of all before a line is put in for any, so that styles are worked out once.
      const places = folded.map(({ target: { root, parts, visibility }, fold }) =>
        visibility === "fold" && fold === null
          ? resultLines()?.placeOf(
              root,
              parts.filter((part) => root.contains(part)),
            )
          : "",
      );
      for (const [index, shown] of folded.entries()) showFold(shown, places[index] ?? "");
    },
    holds: (element) => shownBy.has(element) || shownByPart.has(element),
    repair: (elements) => elements.forEach(repair),
    reveal: (root) => {
      const shown = shownBy.get(root);
      if (shown === undefined) {
        return;
      }
      shown.revealed = true;
      shown.open = isClosable(shown.target.visibility);
      shown.fold?.setOpen(true);
      shown.pointedAt = true;
      write(shown);
      setTimeout(() => {
        shown.pointedAt = false;
        if (shownBy.get(root) === shown) {
          write(shown);
        }
      }, pointingTime);
    },
    isOpen: (root) => shownBy.get(root)?.open ?? false,
    openAs: (root, before) => {
      const shown = shownBy.get(root);
      const was = shownBy.get(before);
      if (shown === undefined || was?.open !== true) return;
      shown.revealed = was.revealed;
      setOpen(shown, true);
    },
    forget: (roots) => {
      for (const root of roots) {
        forget(root);
      }
    },
    clear: () => {
      for (const shown of shownBy.values()) erase(shown);
      shownBy.clear();
      shownByPart.clear();
    },
  };
};
