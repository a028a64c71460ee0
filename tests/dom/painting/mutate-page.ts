import fc from "fast-check";

/** Something a page does to its nodes: `at` chooses the node, `text` is what is written. */
export interface PageMutation {
  readonly kind: "write" | "insert" | "split" | "remove" | "replace" | "empty" | "move" | "join";
  readonly at: number;
  readonly text: string;
}

export const pageMutation: fc.Arbitrary<PageMutation> = fc.record({
  kind: fc.constantFrom("write", "insert", "split", "remove", "replace", "empty", "move", "join"),
  at: fc.nat(),
  text: fc.constantFrom("needle", "xx", "", "ha", "a longer text with hay in it"),
});

const pick = <T>(all: readonly T[], at: number): T | undefined => all[at % Math.max(1, all.length)];

/** Does one thing to a result as a page would, which knows nothing of what was painted. */
export const mutatePage = (root: Element, { kind, at, text }: PageMutation): void => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode() !== null) {
    texts.push(walker.currentNode as Text);
  }
  const node = pick(texts, at);
  const element = pick([...root.querySelectorAll("*")], at);
  switch (kind) {
    case "write":
      node?.replaceData(0, node.length, text);
      break;
    case "insert":
      node?.insertData(at % (node.length + 1), text);
      break;
    case "split":
      node?.splitText(at % (node.length + 1));
      break;
    case "remove":
      node?.remove();
      break;
    case "replace":
      element?.replaceWith(document.createTextNode(text));
      break;
    case "empty":
      element?.replaceChildren(text);
      break;
    case "move":
      if (node !== undefined) {
        root.append(node);
      }
      break;
    case "join":
      root.normalize();
      break;
  }
};
