import type { Dot } from "./dot.ts";
import { malformed, numbersOf } from "./malformed.ts";

/**
 * Dots as few small numbers: the number of the device in the table, how far the counter is from the device's last one
 * in the text, and how many dots follow one another.
 */
export interface DotWriter {
  readonly run: (dots: readonly Dot[]) => number[];
  readonly deviceNumber: (device: string) => number;
}

export function dotWriter(devices: readonly string[]): DotWriter {
  const numbers = new Map(devices.map((device, index) => [device, index]));
  const last = new Map<string, number>();
  const deviceNumber = (device: string): number => numbers.get(device) ?? 0;
  return {
    deviceNumber,
    run: (dots) => {
      const runs: number[] = [];
      for (let start = 0; start < dots.length;) {
        const { device, counter } = dots[start] as Dot;
        let length = 1;
        while (dots[start + length]?.device === device && dots[start + length]?.counter === counter + length)
          length += 1;
        runs.push(deviceNumber(device), counter - (last.get(device) ?? 0), length);
        last.set(device, counter + length - 1);
        start += length;
      }
      return runs;
    },
  };
}

export interface DotReader {
  /** Reads so many dots as there must be. */
  readonly run: (runs: unknown, count: number) => Dot[];
  readonly device: (number: unknown) => string;
}

/** @throws MalformedDocument from each of its functions, where what it reads was not written by {@link dotWriter}. */
export function dotReader(devices: readonly string[]): DotReader {
  const last = new Map<string, number>();
  const device = (number: unknown): string => devices[number as number] ?? malformed("an unknown device");
  return {
    device,
    run: (runs, count) => {
      const numbers = numbersOf(runs);
      const dots: Dot[] = [];
      for (let index = 0; index < numbers.length; index += 3) {
        const name = device(numbers[index]);
        const first = (last.get(name) ?? 0) + (numbers[index + 1] ?? Number.NaN);
        const length = numbers[index + 2] ?? 0;
        if (!(first >= 1 && first <= highestCounter) || length < 1 || dots.length + length > count) malformed("dots");
        for (let next = 0; next < length; next += 1) dots.push({ device: name, counter: first + next });
        last.set(name, first + length - 1);
      }
      return dots.length === count ? dots : malformed("dots");
    },
  };
}

/** No device makes so many changes; above it numbers could no longer be counted on. */
export const highestCounter = 2 ** 48;
