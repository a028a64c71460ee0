import type { ColorNumber } from "@/model/keyword-list.ts";
import type { Visibility } from "@/model/verdict.ts";
import { pageNames } from "@/painting/page-names.ts";
import type { ResultLine } from "@/painting/result-line.ts";
import { insertLine, placeOf } from "@/painting/result-line.ts";

/** What a result's elements show of its verdict. */
export interface VerdictTarget {
  readonly root: Element;
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
  /** Opens a result and keeps it open through other verdicts; for a moment it stands out. */
  reveal(root: Element): void;
  /** Whether a hidden or folded result was opened. */
  isOpen(root: Element): boolean;
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
  /** The values of the attributes that stand on the root, in the order of {@link rootNames}. */
  written: readonly (string | null)[];
  /** The value of the attribute that stands on the further parts. */
  writtenOnParts: string | null;
}

/** How long a revealed result stands out, in milliseconds: long enough for the eye to come after the scrolling. */
const pointingTime = 2500;

const rootNames = [pageNames.result, pageNames.verdict, pageNames.mark, pageNames.hits, pageNames.open];

const openValue = (open: boolean, pointedAt: boolean): string | null => {
  if (pointedAt) return "now";
  return open ? "" : null;
};

const rootValues = ({
  target: { position, visibility, mark, hitCount },
  open,
  pointedAt,
}: Shown): readonly (string | null)[] => [
  String(position),
  visibility,
  mark === null ? null : String(mark),
  hitCount === 0 ? null : String(hitCount),
  openValue(open, pointedAt),
];

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

/** Sets an attribute, or takes it away for null. */
const setAttribute = (element: Element, name: string, value: string | null): void => {
  if (value === null) {
    element.removeAttribute(name);
  } else {
    element.setAttribute(name, value);
  }
};

/** Writes what differs from what was written before, on as many results as a page has: every look at it counts. */
const writeAttributes = (shown: Shown, values: readonly (string | null)[], onParts: string | null): void => {
  const { root, parts } = shown.target;
  const { written } = shown;
  for (let index = 0; index < rootNames.length; index++) {
    const value = values[index]!;
    if (value !== (written[index] ?? null)) setAttribute(root, rootNames[index]!, value);
  }
  shown.written = values;
  if (parts.length > 0 && onParts !== shown.writtenOnParts) {
    for (const part of parts) {
      setAttribute(part, pageNames.part, onParts);
    }
    shown.writtenOnParts = onParts;
  }
};

const write = (shown: Shown): void =>
  writeAttributes(shown, rootValues(shown), shown.target.parts.length === 0 ? null : partValue(shown));

/** Takes everything off a result, with as few steps as there are: switching off does it a thousand times at once. */
const erase = (shown: Shown): void => {
  const { target, written, fold } = shown;
  const { root } = target;
  for (let index = 0; index < written.length; index++) {
    if (written[index] !== null) root.removeAttribute(rootNames[index]!);
  }
  if (shown.writtenOnParts !== null) for (const part of target.parts) part.removeAttribute(pageNames.part);
  if (fold !== null) fold.element.remove();
};

export const createVerdictPainter = (): VerdictPainter => {
  const shownBy = new Map<Element, Shown>();

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
    shown.fold ??= insertLine(pageNames.fold, root, place, () => setOpen(shown, !shown.open));
    if (shown.fold.element.nextSibling !== root) {
      root.before(shown.fold.element);
    }
    shown.fold.setText(foldText);
    shown.fold.setOpen(shown.open);
  };

  const forget = (root: Element): void => {
    const shown = shownBy.get(root);
    if (shown !== undefined) {
      erase(shown);
      shownBy.delete(root);
    }
  };

  return {
    show: (targets) => {
      const all: Shown[] = [];
      for (const target of targets) {
        const { root, parts, visibility } = target;
        const shown = shownBy.get(root) ?? {
          target,
          open: false,
          revealed: false,
          pointedAt: false,
          fold: null,
          written: [],
          writtenOnParts: null,
        };
        if (
          shown.target.parts.length !== parts.length ||
          shown.target.parts.some((one, index) => one !== parts[index])
        ) {
          for (const one of shown.target.parts) {
            one.removeAttribute(pageNames.part);
          }
          shown.writtenOnParts = null;
        }
        shown.open =
          isClosable(visibility) && (shown.revealed || (shown.open && shown.target.visibility === visibility));
        shown.target = target;
        shownBy.set(root, shown);
        write(shown);
        all.push(shown);
      }
      // Read of all before a line is put in for any, so that styles are worked out once.
      const places = all.map(({ target: { root, visibility }, fold }) =>
        visibility === "fold" && fold === null ? placeOf(root) : "",
      );
      for (const [index, shown] of all.entries()) {
        showFold(shown, places[index] ?? "");
      }
    },
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
    forget: (roots) => {
      for (const root of roots) {
        forget(root);
      }
    },
    clear: () => {
      shownBy.forEach(erase);
      shownBy.clear();
    },
  };
};
