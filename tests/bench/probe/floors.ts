import type { Job } from "./probe-calls.ts";

/** The element that holds all results. */
export const listing = (): HTMLElement => document.querySelector<HTMLElement>("#list") ?? document.body;

/** Appends results to the listing and gives their elements. */
export const appendResults = (html: string): readonly HTMLElement[] => {
  const before = listing().childElementCount;
  listing().insertAdjacentHTML("beforeend", html);
  return [...listing().children].slice(before) as HTMLElement[];
};

export const walkTexts = (): Job => {
  const root = listing();
  let nodes = 0;
  let characters = 0;
  return {
    run: () => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        nodes++;
        characters += (node as Text).data.length;
      }
    },
    report: () => ({ nodes, characters }),
  };
};

export const walkElements = (): Job => {
  let elements = 0;
  return {
    run: () => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT);
      while (walker.nextNode() !== null) elements++;
    },
    report: () => ({ elements }),
  };
};
