import type { PageRules } from "@/rulesets/page-rules.ts";

/**
 * Milliseconds that rules bound to hosts are waited for: the cover over a page that arrives holds no longer, and
 * storage answers within a few.
 */
const longestWait = 750;

/** The rules that were brought for the hosts of a page's results, while they are read. */
export interface AwaitedRules {
  /** Whether the rules for a host may still come. */
  readonly mayCome: (host: string | null) => boolean;
  readonly areAwaited: () => boolean;
  /**
   * Has the rules for these hosts brought; true where all are there already for a host that was not asked for before.
   */
  readonly ask: (hosts: readonly string[]) => boolean;
}

/** @param onCome called whenever rules were read, and where they are given up */
export function awaitRules(
  pageRules: Pick<PageRules, "need" | "haveHosts">,
  onCome: () => void,
  signal: AbortSignal,
): AwaitedRules {
  const settled = new Set<string>();
  let underWay = 0;
  return {
    mayCome: (host) => host !== null && pageRules.haveHosts() && !settled.has(host),
    areAwaited: () => underWay > 0,
    ask: (hosts) => {
      const reading = pageRules.need(hosts);
      if (reading === null) {
        const before = settled.size;
        for (const host of hosts) settled.add(host);
        return pageRules.haveHosts() && settled.size > before;
      }
      underWay++;
      let isOver = false;
      const settle = (): void => {
        clearTimeout(timer);
        if (!isOver) {
          isOver = true;
          underWay--;
          for (const host of hosts) settled.add(host);
        }
        if (!signal.aborted) onCome();
      };
      const timer = setTimeout(settle, longestWait);
      // Storage fails where the extension was reloaded or removed under this page: what is known has to do then.
      reading.then(settle, settle);
      return false;
    },
  };
}
