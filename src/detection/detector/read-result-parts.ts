import type { LocatedResult } from "@/detection/located-result.ts";

/** Finds the title, the address and the snippet inside one result's root. */
export function readResult(root: Element): LocatedResult {
  const links = [...root.querySelectorAll("a")];
  const link =
    links.find((candidate) => candidate.closest("h1,h2,h3,h4,h5,h6") ?? candidate.querySelector("h1,h2,h3,h4,h5,h6")) ??
    links.toSorted((a, b) => textOf(b).length - textOf(a).length)[0];
  const title = link?.querySelector("h1,h2,h3,h4,h5,h6") ?? link ?? null;
  return {
    root,
    parts: [],
    title,
    snippet: snippetOf(root, title),
    url: link === undefined ? null : addressOf(link),
    displayedHost: null,
  };
}

function snippetOf(root: Element, title: Element | null): readonly Element[] {
  let best: Element | null = null;
  for (const element of root.querySelectorAll("p,div,span,td,dd")) {
    if (element.contains(title) || title?.contains(element)) continue;
    if (best !== null && best.contains(element)) continue;
    if (textOf(element).length > (best === null ? 0 : textOf(best).length)) best = element;
  }
  return best === null ? [] : [best];
}

function addressOf(link: HTMLAnchorElement): string | null {
  const raw = link.getAttribute("href");
  return raw !== null && !raw.startsWith("#") && /^https?:/i.test(link.href) ? link.href : null;
}

function textOf(element: Element): string {
  return (element.textContent ?? "").replace(/\s+/g, " ").trim();
}
