import { timeText } from "@/ui/controls/local-text.ts";

/** When a change was made, as people read it. */
export const EntryTime = ({ time }: { readonly time: number }) => (
  <time dateTime={new Date(time).toISOString()}>{timeText(time)}</time>
);
