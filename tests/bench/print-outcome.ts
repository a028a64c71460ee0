import { isMet } from "./measure/outcome.ts";
import type { Bar, Outcome } from "./measure/outcome.ts";

/** A table in plain text; the first column is set left, figures right. */
const alignedTable = (heads: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => {
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    widths
      .map((width, column) => {
        const cell = cells[column] ?? "";
        return column === 0 ? cell.padEnd(width) : cell.padStart(width);
      })
      .join("  ")
      .trimEnd();
  return [line(heads), widths.map((width) => "─".repeat(width)).join("  "), ...rows.map(line)];
};

/** The figures of one thing that was measured, in milliseconds where not said otherwise. */
export const outcomeLines = ({ name, heads, rows }: Outcome): readonly string[] => [
  "",
  `${name} (ms)`,
  ...alignedTable(heads, rows),
];

const figure = (value: number, unit: Bar["unit"]): string => {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${value.toFixed(Number.isInteger(value) ? 0 : digits)}${unit === "×" ? " ×" : unit === "" ? "" : ` ${unit}`}`;
};

/** Each bar with its figure, and whether it is met. */
export const barLines = (bars: readonly Bar[]): readonly string[] => [
  "",
  "Bars",
  ...alignedTable(
    ["measure", "figure", "bar", ""],
    bars.map((bar) => [
      bar.measure,
      bar.value === null ? (bar.note ?? "–") : figure(bar.value, bar.unit),
      `${bar.direction === "at least" ? "≥" : "≤"} ${figure(bar.bar, bar.unit)}`,
      isMet(bar) ? "met" : "MISSED",
    ]),
  ),
];
