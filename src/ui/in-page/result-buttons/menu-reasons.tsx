import { messageText } from "@/browser/message-text.ts";
import type { Action } from "@/model/filter.ts";
import { describeEvidence } from "@/ui/controls/describe-evidence.ts";
import { usedAs } from "@/ui/editing/filter-use.ts";

import type { MenuState, OpenMenu } from "./menu-state.ts";

const liftActions: readonly Action[] = ["raise", "lower"];

interface MenuReasonsProps {
  readonly state: MenuState;
  readonly menu: OpenMenu;
}

/** Why the result is as it is: each filter that met it, its condition, and what in the result met that. */
export function MenuReasons({ state, menu: { target, settings } }: MenuReasonsProps) {
  const { reasons } = target.verdict;
  const order = state.orderAbove()?.what;
  return (
    <section class="why" aria-label={messageText("resultMenu.why")}>
      <h2>{messageText("resultMenu.why")}</h2>
      {reasons.length === 0 && <p class="hint">{messageText("resultMenu.noReason")}</p>}
      {reasons.map((reason, place) => {
        const { use, condition } = usedAs(reason);
        return (
          <div key={place} class={reason.decisive ? "reason" : "reason reason-beaten"}>
            <p>
              <span class="action">{messageText(`action.${use}`)}</span> <bdi>{reason.filterName || condition}</bdi>
              {!reason.decisive && ` ${messageText("resultMenu.beaten")}`}
              {reason.decisive &&
                liftActions.includes(reason.action) &&
                order &&
                ` ${messageText(`resultMenu.notNow.${order}`)}`}
            </p>
            {reason.filterName !== "" && <code dir="auto">{shortened(condition)}</code>}
            {reason.evidence.map((evidence, index) => (
              <p key={index} class="evidence" dir="auto">
                {describeEvidence(evidence, settings.lists)}
              </p>
            ))}
          </div>
        );
      })}
    </section>
  );
}

/** Characters of a condition that are shown here; the settings have all of it. */
const mostCondition = 120;

const shortened = (condition: string): string =>
  condition.length > mostCondition ? `${condition.slice(0, mostCondition)}…` : condition;
