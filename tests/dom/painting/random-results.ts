import fc from "fast-check";

import type { FieldPlaces } from "@/dom-text/read-field-texts.ts";

/** A tree of elements and texts; an element can be the title or a snippet. */
export type Tree = string | Branch;

export interface Branch {
  readonly tag: string;
  readonly field: "title" | "snippet" | null;
  readonly hidden: boolean;
  readonly children: readonly Tree[];
}

const words = fc.constantFrom("needle", "hay", "need", "le", " ", "\n  ", "⽀持", "naïve ", "a\tb", "", "x");

const tags = ["div", "p", "span", "em", "a", "b", "br", "script", "ul", "li", "section"];

const { tree } = fc.letrec<{ readonly tree: Tree; readonly branch: Branch }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4, withCrossShrink: true }, words, tie("branch")),
  branch: fc.record({
    tag: fc.constantFrom(...tags),
    field: fc.oneof(
      { weight: 6, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom("title" as const, "snippet" as const) },
    ),
    hidden: fc.oneof({ weight: 9, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    children: fc.array(tie("tree"), { maxLength: 5 }),
  }),
}));

/** The children of a result's root. */
export const resultTree: fc.Arbitrary<readonly Tree[]> = fc.array(tree, { maxLength: 6 });

const buildNode = (child: Tree): Node => {
  if (typeof child === "string") {
    return document.createTextNode(child);
  }
  const element = document.createElement(child.tag);
  if (child.hidden) {
    element.setAttribute("hidden", "");
  }
  if (child.field !== null) {
    element.className = child.field;
  }
  // Nothing stands inside a line break.
  if (child.tag !== "br") {
    element.append(...child.children.map(buildNode));
  }
  return element;
};

/** Puts a result of this shape on the page, in a list with a second, plain result. */
export const buildTree = (children: readonly Tree[]): { readonly places: FieldPlaces } => {
  const list = document.createElement("div");
  const root = document.createElement("article");
  const other = document.createElement("article");
  root.append(...children.map(buildNode));
  other.append("another result");
  list.append("\n", root, "\n", other, "\n");
  document.body.replaceChildren(list);
  return {
    places: {
      root,
      parts: [],
      title: root.querySelector(".title"),
      snippet: [...root.querySelectorAll(".snippet")],
    },
  };
};
