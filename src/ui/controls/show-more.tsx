import { messageText } from "@/browser/message-text.ts";

interface ShowMoreProps {
  /** How many are not shown yet. */
  readonly left: number;
  readonly onMore: () => void;
}

/** The button under a long list of which only a part is drawn; nothing where that is all of it. */
export const ShowMore = ({ left, onMore }: ShowMoreProps) =>
  left <= 0 ? null : (
    <button type="button" class="link-button show-more" onClick={onMore}>
      {messageText("common.showMore", left)}
    </button>
  );
