import AdvancedMark from "advanced-mark.js";
import findAndReplaceDOMText from "findandreplacedomtext";
import Mark from "mark.js";

import { appendResults, listing } from "./floors.ts";
import type { Figures, Job, PeerName, Stage } from "./probe-calls.ts";

const escapeForRegExp = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`);

/** All keywords as alternatives, the longest first. */
const combine = (keywords: readonly string[]): RegExp =>
  new RegExp(
    keywords
      .toSorted((a, b) => b.length - a.length)
      .map(escapeForRegExp)
      .join("|"),
    "gi",
  );

const textNodes = (root: Element): readonly Text[] => {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) nodes.push(node as Text);
  return nodes;
};

/** Puts every match in a text node into a `<mark>`, by one replacement of the node. */
const wrapMatches = (node: Text, pattern: RegExp): void => {
  const { data } = node;
  let pieces: DocumentFragment | null = null;
  let end = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(data); match !== null; match = pattern.exec(data)) {
    pieces ??= document.createDocumentFragment();
    if (match.index > end) pieces.append(data.slice(end, match.index));
    const mark = document.createElement("mark");
    mark.textContent = match[0];
    pieces.append(mark);
    end = match.index + match[0].length;
  }
  if (pieces === null) return;
  if (end < data.length) pieces.append(data.slice(end));
  node.replaceWith(pieces);
};

/** How a highlighter is used: with all keywords on one element, and how it is undone. */
interface Peer {
  readonly mark: (root: HTMLElement, keywords: readonly string[]) => void;
  readonly unmark: (root: HTMLElement) => void;
}

/** Puts texts back in the place of the marks, and together what was one node. */
const unwrap = (root: HTMLElement): void => {
  const parents = new Set<Node>();
  for (const mark of root.querySelectorAll("mark")) {
    if (mark.parentNode) parents.add(mark.parentNode);
    mark.replaceWith(...mark.childNodes);
  }
  for (const parent of parents) parent.normalize();
};

/**
 * Each highlighter in the setting that measured best here. None of them folds; none is asked to look across elements.
 */
const peers: Readonly<Record<PeerName, Peer>> = {
  "combined RegExp + <mark>": {
    mark: (root, keywords) => {
      const pattern = combine(keywords);
      for (const node of textNodes(root)) wrapMatches(node, pattern);
    },
    unmark: unwrap,
  },
  findAndReplaceDOMText: {
    mark: (root, keywords) => {
      findAndReplaceDOMText(root, { find: combine(keywords), wrap: "mark" });
    },
    unmark: unwrap,
  },
  "advanced-mark.js": {
    mark: (root, keywords) => {
      new AdvancedMark(root).mark([...keywords], {
        separateWordSearch: false,
        diacritics: false,
        // Any number of keywords in one pattern; the types know no number.
        combinePatterns: Number.POSITIVE_INFINITY as unknown as boolean,
        cacheTextNodes: true,
      });
    },
    unmark: (root) => new AdvancedMark(root).unmark(),
  },
  "mark.js, one pattern": {
    mark: (root, keywords) => new Mark(root).markRegExp(combine(keywords)),
    unmark: (root) => new Mark(root).unmark(),
  },
  "mark.js": {
    mark: (root, keywords) => new Mark(root).mark([...keywords], { separateWordSearch: false, diacritics: false }),
    unmark: (root) => new Mark(root).unmark(),
  },
  "one RegExp a word": {
    mark: (root, keywords) => {
      for (const keyword of keywords) {
        const pattern = new RegExp(escapeForRegExp(keyword), "gi");
        for (const node of textNodes(root)) wrapMatches(node, pattern);
      }
    },
    unmark: unwrap,
  },
};

export const peer = (name: PeerName, keywords: readonly string[], stage: Stage): Job => {
  const root = listing();
  const { mark, unmark } = peers[name];
  const first = (): void => mark(root, keywords);
  const report = (): Figures => {
    const marks = [...root.querySelectorAll("mark")];
    return { marks: marks.length, lit: marks.reduce((sum, { textContent }) => sum + (textContent?.length ?? 0), 0) };
  };
  let appended: readonly HTMLElement[] = [];
  switch (stage.do) {
    case "first":
      return { run: first, report };
    case "append":
      return {
        prepare: () => {
          first();
          appended = appendResults(stage.html);
        },
        run: () => {
          for (const result of appended) mark(result, keywords);
        },
        report,
      };
    case "change":
      return {
        prepare: first,
        run: () => {
          unmark(root);
          mark(root, stage.keywords);
        },
        report,
      };
    case "switch off":
      return { prepare: first, run: () => unmark(root), report };
    default:
      throw new Error("There is no such stage.");
  }
};
