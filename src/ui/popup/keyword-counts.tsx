import { messageText } from "@/browser/message-text.ts";
import type { KeywordList } from "@/model/keyword-list.ts";

interface KeywordCountsProps {
  readonly list: KeywordList;
  /** The number of hits by line. */
  readonly hits: Readonly<Record<number, number>>;
}

/** So many keywords are shown: what a popup holds beside everything else. */
const mostShown = 10;

/** How often each keyword of a list was found on this page, the most frequent first. */
export function KeywordCounts({ list, hits }: KeywordCountsProps) {
  const counts = Object.entries(hits)
    .map(([line, count]) => ({ line: Number(line), count }))
    .toSorted((a, b) => b.count - a.count || a.line - b.line);
  return (
    <ul class="row-details">
      {counts.slice(0, mostShown).map(({ line, count }) => (
        <li key={line}>
          <bdi>{list.lines[line]?.trim()}</bdi>
          <span>{count}</span>
        </li>
      ))}
      {counts.length > mostShown && <li>{messageText("popup.moreAway", counts.length - mostShown)}</li>}
    </ul>
  );
}
