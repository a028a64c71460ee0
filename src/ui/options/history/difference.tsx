import { messageText } from "@/browser/message-text.ts";
import type { HistoryItem } from "@/settings/history.ts";

import { itemDifference } from "./item-difference.ts";

/** So many lines of a difference are shown; whoever looks for one among thousands restores the list to search in it. */
const mostLines = 40;

interface DifferenceProps {
  readonly before: HistoryItem | null;
  readonly after: HistoryItem | null;
}

/** What differs between two states of a list, filter or recipe: properties, lines that go and lines that come. */
export function Difference({ before, after }: DifferenceProps) {
  const { properties, added, removed } = itemDifference(before, after);
  return (
    <ul class="difference">
      {properties.map(([property, one, other]) => (
        <li key={property}>
          {property}: {one !== "" && <del>{one}</del>} {other !== "" && <ins>{other}</ins>}
        </li>
      ))}
      <Lines lines={removed} sign="−" />
      <Lines lines={added} sign="+" />
    </ul>
  );
}

const Lines = ({ lines, sign }: { readonly lines: readonly string[]; readonly sign: "−" | "+" }) => {
  const Tag = sign === "+" ? "ins" : "del";
  return (
    <>
      {lines.slice(0, mostLines).map((line, index) => (
        <li key={index} class="difference-line">
          <span aria-hidden="true">{sign}</span> <Tag dir="auto">{line}</Tag>
        </li>
      ))}
      {lines.length > mostLines && (
        <li class="hint">
          {sign} {messageText("options.moreProblems", lines.length - mostLines)}
        </li>
      )}
    </>
  );
};
