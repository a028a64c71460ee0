const margin = 8;

type Size = Pick<DOMRect, "width" | "height">;

/** Where a menu goes that a button opens: below it and ending with it, as far as the view has room. */
export const menuCorner = (
  button: Pick<DOMRect, "left" | "right" | "top" | "bottom">,
  menu: Size,
  view: Size,
): { readonly left: number; readonly top: number } => {
  const clamp = (value: number, most: number): number => Math.max(margin, Math.min(value, most - margin));
  const fromRight = button.right - menu.width;
  const below = button.bottom + margin / 2;
  const above = button.top - margin / 2 - menu.height;
  const fitsBelow = below + menu.height <= view.height - margin;
  return {
    left: clamp(fromRight < margin ? button.left : fromRight, view.width - menu.width),
    top: clamp(fitsBelow || above < margin ? below : above, view.height - menu.height),
  };
};
