import type { StepwiseReading } from "./imported-lists.ts";

/** Items between two pauses. */
const itemsInStep = 100;

/** Goes through items with a pause now and then. */
export function* inSteps<Item>(items: Iterable<Item>, see: (item: Item) => unknown): StepwiseReading<void> {
  let seen = 0;
  for (const item of items) {
    see(item);
    if (++seen % itemsInStep === 0) yield;
  }
}
