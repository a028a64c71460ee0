/** The part of a host that one owner registered, by the public suffix list; null where it has none. */
export type DomainFinder = (host: string) => string | null;

/** The script that brings the public suffix list and the one that asks it share their global object, but no modules. */
const finderKey = Symbol.for("winnow.domainFinder");
const holder = globalThis as { [finderKey]?: DomainFinder };

export const offerDomainFinder = (find: DomainFinder): void => {
  holder[finderKey] = find;
};

/** Whether the public suffix list is there: it weighs more than all else here, and only an open menu asks it. */
export const knowsDomains = (): boolean => holder[finderKey] !== undefined;

/** The part of a host that one owner registered; the host itself where it has none, or where that is not known. */
export const ownedDomain = (host: string): string => holder[finderKey]?.(host) ?? host;
