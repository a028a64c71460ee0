/**
 * One event of one device: its number there, from 1. A dot names the cell that the event made, and no two events share
 * one as long as no two devices share a name (`renew-replica.ts` mends it where they do).
 */
export interface Dot {
  readonly device: string;
  readonly counter: number;
}

/** A dot as the key of a map. */
export type DotName = string;

export const dotName = ({ device, counter }: Dot): DotName => `${counter}@${device}`;

export const compareText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** An order of dots that is the same on every device; it says nothing about which came first. */
export const compareDots = (one: Dot, other: Dot): number =>
  one.counter - other.counter || compareText(one.device, other.device);
