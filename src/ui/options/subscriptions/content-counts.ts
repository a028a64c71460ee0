import { messageText } from "@/browser/message-text.ts";
import { numberText } from "@/ui/controls/local-text.ts";

/** How much of each kind there is. */
export interface ContentCounts {
  readonly rules: number;
  readonly keywords: number;
  readonly recipes: number;
}

/** Says what there is, and nothing of what there isn't. */
export const countsText = ({ rules, keywords, recipes }: ContentCounts): string =>
  [
    rules > 0 ? messageText("subscriptions.rules", rules, [numberText(rules)]) : "",
    keywords > 0 ? messageText("subscriptions.keywords", keywords, [numberText(keywords)]) : "",
    recipes > 0 ? messageText("subscriptions.recipes", recipes, [String(recipes)]) : "",
  ]
    .filter((text) => text !== "")
    .join(" · ");
