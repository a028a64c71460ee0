import type { Signal } from "@/filters/necessary-signals.ts";
import type { FacetName } from "@/model/facet.ts";

/** The filters, by their index, that a result can only meet if it gives a certain signal. */
export interface SignalIndex {
  /** Adds a filter under each of its signals, or under none of them, to be asked of every result. */
  readonly add: (filter: number, signals: readonly Signal[] | null) => void;
  /** The filters that are asked of every result. */
  readonly always: readonly number[];
  /** The filters that a host gives a signal for: those of the host and of every domain above it. */
  readonly bySite: (host: string, visit: (filters: readonly number[]) => void) => void;
  readonly byAddress: (url: string) => readonly number[] | undefined;
  readonly byTerm: (term: number) => readonly number[] | undefined;
  readonly byList: (list: string) => readonly number[] | undefined;
  /** Whether any filter is asked because of a figure; where none is, figures need not be read. */
  readonly asksFacets: () => boolean;
  readonly byFacet: (facet: FacetName) => readonly number[] | undefined;
}

const addTo = <Key>(map: Map<Key, number[]>, key: Key, filter: number): void => {
  const filters = map.get(key);
  if (filters) filters.push(filter);
  else map.set(key, [filter]);
};

export const newSignalIndex = (): SignalIndex => {
  const always: number[] = [];
  const sites = new Map<string, number[]>();
  const addresses = new Map<string, number[]>();
  const terms = new Map<number, number[]>();
  const lists = new Map<string, number[]>();
  const facets = new Map<FacetName, number[]>();
  return {
    add: (filter, signals) => {
      if (signals === null) always.push(filter);
      for (const signal of signals ?? []) {
        if (signal.kind === "site") addTo(sites, signal.host, filter);
        else if (signal.kind === "address") addTo(addresses, signal.url, filter);
        else if (signal.kind === "term") addTo(terms, signal.term, filter);
        else if (signal.kind === "list") addTo(lists, signal.list, filter);
        else addTo(facets, signal.facet, filter);
      }
    },
    always,
    bySite: (host, visit) => {
      for (let dot = -1; ;) {
        const filters = sites.get(dot < 0 ? host : host.slice(dot + 1));
        if (filters) visit(filters);
        dot = host.indexOf(".", dot + 1);
        if (dot < 0) return;
      }
    },
    byAddress: (url) => addresses.get(url),
    byTerm: (term) => terms.get(term),
    byList: (list) => lists.get(list),
    asksFacets: () => facets.size > 0,
    byFacet: (facet) => facets.get(facet),
  };
};
