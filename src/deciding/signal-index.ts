import type { Signal } from "@/filters/necessary-signals.ts";
import type { Facet, FacetName } from "@/model/facet.ts";

import { FigureIndex } from "./figure-index.ts";

type Visit = (filter: number) => void;

/** The filters, by their index, under the signals that results give for them. */
export interface SignalIndex {
  readonly add: (filter: number, signal: Signal) => void;
  /** Visits the filters that a host gives a signal for: those of the host and of every domain above it. */
  readonly visitSite: (host: string, visit: Visit) => void;
  readonly visitAddress: (url: string, visit: Visit) => void;
  readonly visitTerm: (term: number, visit: Visit) => void;
  /** Whether there is any filter under a list; where there is none, hits need not be counted by list. */
  readonly asksLists: () => boolean;
  readonly visitList: (list: string, visit: Visit) => void;
  readonly visitHits: (count: number, now: number, visit: Visit) => void;
  readonly visitFigure: (figure: Facet, now: number, visit: Visit) => void;
}

const addTo = <Key>(map: Map<Key, number[]>, key: Key, filter: number): void => {
  const filters = map.get(key);
  if (filters) filters.push(filter);
  else map.set(key, [filter]);
};

const visitAll = (filters: readonly number[] | undefined, visit: Visit): void => {
  if (filters !== undefined) for (let next = 0; next < filters.length; next++) visit(filters[next]!);
};

export const newSignalIndex = (): SignalIndex => {
  const sites = new Map<string, number[]>();
  const addresses = new Map<string, number[]>();
  const terms = new Map<number, number[]>();
  const lists = new Map<string, number[]>();
  const figures = new Map<FacetName | null, FigureIndex>();
  const figuresOf = (facet: FacetName | null): FigureIndex => {
    const known = figures.get(facet) ?? new FigureIndex();
    figures.set(facet, known);
    return known;
  };
  return {
    add: (filter, signal) => {
      if (signal.kind === "site") addTo(sites, signal.host, filter);
      else if (signal.kind === "address") addTo(addresses, signal.url, filter);
      else if (signal.kind === "term") addTo(terms, signal.term, filter);
      else if (signal.kind === "list") addTo(lists, signal.list, filter);
      else figuresOf(signal.facet).add(filter, signal);
    },
    visitSite: (host, visit) => {
      for (let dot = -1; ;) {
        visitAll(sites.get(dot < 0 ? host : host.slice(dot + 1)), visit);
        dot = host.indexOf(".", dot + 1);
        if (dot < 0) return;
      }
    },
    visitAddress: (url, visit) => visitAll(addresses.get(url), visit),
    visitTerm: (term, visit) => visitAll(terms.get(term), visit),
    asksLists: () => lists.size > 0,
    visitList: (list, visit) => visitAll(lists.get(list), visit),
    visitHits: (count, now, visit) => figures.get(null)?.visit(count, count, now, visit),
    visitFigure: ({ name, value, upper = value }, now, visit) => figures.get(name)?.visit(value, upper, now, visit),
  };
};
