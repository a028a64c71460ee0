import type { ColorNumber } from "@/model/keyword-list.ts";
import type { Visibility } from "@/model/verdict.ts";
import type { FoldPlaceholder } from "@/painting/fold-placeholder.ts";
import { insertFold } from "@/painting/fold-placeholder.ts";
import { pageNames } from "@/painting/page-names.ts";

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
  /** Opens a hidden or folded result, or closes it again. */
  setOpen(root: Element, open: boolean): void;
  forget(roots: readonly Element[]): void;
  clear(): void;
}

const rootNames = [pageNames.result, pageNames.verdict, pageNames.mark, pageNames.hits, pageNames.open];

interface Shown {
  target: VerdictTarget;
  open: boolean;
  fold: FoldPlaceholder | null;
}

/** Sets an attribute, or takes it away for null; a value that stands already is left alone. */
const setAttribute = (element: Element, name: string, value: string | null): void => {
  if (value === null) {
    element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) {
    element.setAttribute(name, value);
  }
};

const writeAttributes = ({ target, open }: Shown): void => {
  const { root, parts, position, visibility, mark, hitCount } = target;
  setAttribute(root, pageNames.result, String(position));
  setAttribute(root, pageNames.verdict, visibility);
  setAttribute(root, pageNames.mark, mark === null ? null : String(mark));
  setAttribute(root, pageNames.hits, hitCount === 0 ? null : String(hitCount));
  setAttribute(root, pageNames.open, open ? "" : null);
  const words = [String(position), visibility, ...(mark === null ? [] : [`mark-${mark}`]), ...(open ? ["open"] : [])];
  for (const part of parts) {
    setAttribute(part, pageNames.part, words.join(" "));
  }
};

const removeAttributes = ({ root, parts }: VerdictTarget): void => {
  for (const name of rootNames) {
    root.removeAttribute(name);
  }
  for (const part of parts) {
    part.removeAttribute(pageNames.part);
  }
};

export const createVerdictPainter = (): VerdictPainter => {
  const shownBy = new Map<Element, Shown>();

  const setOpen = (shown: Shown, open: boolean): void => {
    shown.open = open;
    shown.fold?.setOpen(open);
    writeAttributes(shown);
  };

  const showFold = (shown: Shown): void => {
    const { root, visibility, foldText } = shown.target;
    if (visibility !== "fold") {
      shown.fold?.element.remove();
      shown.fold = null;
      return;
    }
    shown.fold ??= insertFold(root, () => setOpen(shown, !shown.open));
    if (shown.fold.element.nextSibling !== root) {
      root.before(shown.fold.element);
    }
    shown.fold.setText(foldText);
    shown.fold.setOpen(shown.open);
  };

  const forget = (root: Element): void => {
    const shown = shownBy.get(root);
    if (shown !== undefined) {
      shown.fold?.element.remove();
      removeAttributes(shown.target);
      shownBy.delete(root);
    }
  };

  return {
    show: (targets) => {
      for (const target of targets) {
        const shown = shownBy.get(target.root) ?? { target, open: false, fold: null };
        const gone = shown.target.parts.filter((part) => !target.parts.includes(part));
        for (const part of gone) {
          part.removeAttribute(pageNames.part);
        }
        shown.open = shown.open && shown.target.visibility === target.visibility;
        shown.target = target;
        shownBy.set(target.root, shown);
        writeAttributes(shown);
        showFold(shown);
      }
    },
    setOpen: (root, open) => {
      const shown = shownBy.get(root);
      if (shown !== undefined) {
        setOpen(shown, open);
      }
    },
    forget: (roots) => {
      for (const root of roots) {
        forget(root);
      }
    },
    clear: () => {
      for (const root of shownBy.keys()) {
        forget(root);
      }
    },
  };
};
