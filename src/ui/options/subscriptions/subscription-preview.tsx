import { useEffect, useRef } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import type { SubscriptionContent } from "@/subscriptions/subscription-content.ts";
import { Icon } from "@/ui/controls/icon.tsx";

import { countsText } from "./content-counts.ts";

/** So many entries give an idea of a list. */
const mostShown = 8;

interface SubscriptionPreviewProps {
  readonly name: string;
  readonly content: SubscriptionContent;
  readonly onTake: () => void;
  readonly onLeave: () => void;
}

/** What an address holds, before it is subscribed to. */
export function SubscriptionPreview({ name, content, onTake, onLeave }: SubscriptionPreviewProps) {
  const { rules, lists, recipes, leftOut } = content;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [content]);
  const keywords = lists.flatMap(({ lines }) => lines);
  const shown = [
    ...rules.slice(0, mostShown).map(({ condition, action }) => `${messageText(`action.${action}`)}: ${condition}`),
    ...keywords.slice(0, mostShown),
    ...recipes.slice(0, mostShown).map(({ data }) => (typeof data["name"] === "string" ? data["name"] : "")),
  ].slice(0, mostShown);
  return (
    <section class="subscription-preview" aria-label={name}>
      <h3 ref={heading} tabIndex={-1} dir="auto">
        {name}
      </h3>
      <p>{countsText({ rules: rules.length, keywords: keywords.length, recipes: recipes.length })}</p>
      {leftOut > 0 && <p class="field-warning">{messageText("subscriptions.leftOut", leftOut, [String(leftOut)])}</p>}
      <ul class="subscription-sample" dir="ltr">
        {shown.map((text, index) => (
          <li key={index}>{text}</li>
        ))}
      </ul>
      <div class="subscription-buttons">
        <button type="button" class="button" onClick={onTake}>
          <Icon name="add" />
          {messageText("subscriptions.take")}
        </button>
        <button type="button" class="button" onClick={onLeave}>
          {messageText("subscriptions.leave")}
        </button>
      </div>
    </section>
  );
}
