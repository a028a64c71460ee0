/** A box over something on the page, in CSS pixels of the viewport. */
export interface Box {
  readonly kind: "pointed" | "result";
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The number of the result, or "". */
  readonly label: string;
}

type Rect = Pick<DOMRect, "left" | "top" | "right" | "bottom">;

const isEmpty = ({ left, top, right, bottom }: Rect): boolean => right - left < 1 || bottom - top < 1;

const union = (rects: readonly Rect[]): Rect | null => {
  const filled = rects.filter((rect) => !isEmpty(rect));
  return filled.length === 0
    ? null
    : {
        left: Math.min(...filled.map(({ left }) => left)),
        top: Math.min(...filled.map(({ top }) => top)),
        right: Math.max(...filled.map(({ right }) => right)),
        bottom: Math.max(...filled.map(({ bottom }) => bottom)),
      };
};

/** Where an element is seen: its own box, or its children's where it has none of its own (`display: contents`). */
const rectOf = (element: Element): Rect | null => {
  const own = element.getBoundingClientRect();
  return isEmpty(own) ? union([...element.children].map((child) => child.getBoundingClientRect())) : own;
};

/** The box around elements that belong together; null where nothing of them is in view. */
export const boxAround = (
  elements: readonly Element[],
  { innerWidth, innerHeight }: Pick<Window, "innerWidth" | "innerHeight">,
  kind: Box["kind"],
  label: string,
): Box | null => {
  const rect = union(elements.filter(({ isConnected }) => isConnected).flatMap((element) => rectOf(element) ?? []));
  if (rect === null || rect.bottom < 0 || rect.right < 0 || rect.top > innerHeight || rect.left > innerWidth)
    return null;
  const { left, top, right, bottom } = rect;
  return { kind, left, top, width: right - left, height: bottom - top, label };
};

/** Shows these boxes in a layer, which holds nothing else. */
export const drawBoxes = (layer: Element, boxes: readonly Box[]): void => {
  while (layer.children.length > boxes.length) layer.lastElementChild?.remove();
  for (const [place, { kind, left, top, width, height, label }] of boxes.entries()) {
    const drawn =
      (layer.children[place] as HTMLElement | undefined) ?? layer.appendChild(document.createElement("div"));
    drawn.className = `box box-${kind}`;
    drawn.dataset["label"] = label;
    Object.assign(drawn.style, {
      transform: `translate(${String(left)}px, ${String(top)}px)`,
      width: `${String(width)}px`,
      height: `${String(height)}px`,
    });
  }
};
