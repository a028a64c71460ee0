/** Line drawings on a 20 × 20 grid, one path each. */
const drawings = {
  add: "M10 4v12M4 10h12",
  check: "M4 10.5l4 4 8-9",
  close: "M5 5l10 10M15 5L5 15",
  copy: "M7 7V3.5h9.5V13H13M3.5 7H13v9.5H3.5z",
  dim: "M10 3v2M10 15v2M3 10h2M15 10h2M5 5l1.4 1.4M13.6 13.6L15 15M15 5l-1.4 1.4M6.4 13.6L5 15M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0",
  down: "M5 8l5 5 5-5",
  export: "M10 12V3M6.5 6.5L10 3l3.5 3.5M3.5 12v4.5h13V12",
  fold: "M3.5 10h13M7 3.5l3 3 3-3M7 16.5l3-3 3 3",
  globe: "M17 10a7 7 0 1 1-14 0 7 7 0 0 1 14 0M3 10h14M10 3c-4.5 4.5-4.5 9.5 0 14M10 3c4.5 4.5 4.5 9.5 0 14",
  hide: "M3 3l14 14M8.3 8.3a2.4 2.4 0 0 0 3.4 3.4M5.5 5.7C3.5 7 2.5 10 2.5 10s2.5 5 7.5 5c1.5 0 2.8-.4 3.9-1M8.5 5.1c.5-.1 1-.1 1.5-.1 5 0 7.5 5 7.5 5s-.6 1.3-1.9 2.6",
  import: "M10 3v9M6.5 8.5L10 12l3.5-3.5M3.5 12v4.5h13V12",
  keep: "M10 3l6 2v4.5c0 3.5-2.5 6-6 7.5-3.5-1.5-6-4-6-7.5V5zM7.3 10l2 2 3.5-4",
  lower: "M10 4v12M5.5 11.5L10 16l4.5-4.5",
  mark: "M12.5 3.5l4 4-7 7-4.5.5.5-4.5zM3 17.5h14",
  only: "M3 4h14l-5.5 6.5V16l-3 1v-6.5z",
  raise: "M10 16V4M5.5 8.5L10 4l4.5 4.5",
  reload: "M15.5 6.5A6.5 6.5 0 1 0 16.5 10M16.5 3.5v3.5H13",
  remove: "M4 6h12M8 6V3.5h4V6M5.5 6l.7 10.5h7.6L14.5 6M8.5 9v4.5M11.5 9v4.5",
  search: "M13.5 8.5a5 5 0 1 1-10 0 5 5 0 0 1 10 0M12.2 12.2l4.3 4.3",
  settings: "M3 6h8M15 6h2M3 14h2M9 14h8M11 4v4h4V4zM5 12v4h4v-4z",
  undo: "M7.5 4L4 7.5 7.5 11M4 7.5h7.5a4.5 4.5 0 0 1 0 9H8",
  up: "M5 12l5-5 5 5",
  warning: "M10 3L2.5 16.5h15zM10 8v4M10 14.3v.2",
} as const;

export type IconName = keyof typeof drawings;

/** A drawing for the eye alone: what it stands beside or in says the same in words. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
    <path d={drawings[name]} />
  </svg>
);
