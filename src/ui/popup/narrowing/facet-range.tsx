import { useRef } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import { printOperand } from "@/filters/print-condition.ts";
import type { ResultReport } from "@/model/report.ts";
import { CheckOption } from "@/ui/controls/check-option.tsx";
import { IconButton } from "@/ui/controls/icon-button.tsx";
import { RangeSlider } from "@/ui/controls/range-slider.tsx";

import { describeOperand, describeTrial } from "./describe-operand.ts";
import type { FacetGroup } from "./facet-groups.ts";
import type { FacetScale } from "./facet-scale.ts";
import { Histogram } from "./histogram.tsx";
import { noTrial } from "./trial.ts";
import type { Trial } from "./trial.ts";

interface FacetRangeProps {
  readonly group: FacetGroup;
  readonly scale: FacetScale;
  readonly trial: Trial;
  readonly leftOut: (report: ResultReport) => boolean;
  readonly onChange: (trial: Trial) => void;
  readonly onSave: () => void;
}

/** The figures of one kind on the page, and the range of them that is tried out. */
export function FacetRange({ group, scale, trial, leftOut, onChange, onSave }: FacetRangeProps) {
  const { facet, currency, missing } = group;
  const { stops } = scale;
  const last = stops.length - 1;
  const name = messageText(`facet.${facet}`) + (currency === null ? "" : ` (${currency})`);
  const indexOf = (end: Trial["low"], otherwise: number): number => {
    // A handle's operand is always among the stops, which are made around it.
    const at = stops.findIndex(({ operand }) => sameOperand(operand, end));
    return at === -1 ? otherwise : at;
  };
  const ends = [stops[indexOf(trial.low, 0)]?.operand, stops[indexOf(trial.high, last)]?.operand] as const;
  const whole = ends[0] && ends[1] ? describeTrial({ ...noTrial, low: ends[0], high: ends[1] }, facet) : "";
  const handle = (index: number, label: string) => {
    const operand = stops[index]?.operand;
    return { label, index, text: operand ? describeOperand(operand, facet) : "" };
  };
  const labels = facet === "date" ? (["earliest", "latest"] as const) : (["least", "most"] as const);
  const low = handle(indexOf(trial.low, 0), messageText(`narrow.${labels[0]}`, [name]));
  const high = handle(indexOf(trial.high, last), messageText(`narrow.${labels[1]}`, [name]));
  const active = trial.low !== null || trial.high !== null || trial.hideMissing;

  const place = useRef<HTMLDivElement>(null);
  // What is pressed here goes away with the trial; the focus goes on from the handles.
  const end = (how: () => void): void => {
    place.current?.querySelector("input")?.focus({ preventScroll: true });
    how();
  };

  return (
    <div ref={place} class={active ? "facet facet-active" : "facet"} role="group" aria-label={name}>
      <div class="facet-head">
        <span class="facet-name">{name}</span>
        <span class="facet-range">{describeTrial(trial, facet) ?? whole}</span>
        {active && (
          <IconButton
            icon="undo"
            label={messageText("narrow.reset", [name])}
            onClick={() => end(() => onChange(noTrial))}
          />
        )}
      </div>
      <Histogram group={group} scale={scale} leftOut={leftOut} />
      <RangeSlider
        low={low}
        high={high}
        last={last}
        onChange={(from, to) =>
          onChange({
            ...trial,
            low: from === 0 ? null : (stops[from]?.operand ?? null),
            high: to === last ? null : (stops[to]?.operand ?? null),
          })
        }
      />
      {active && (
        <div class="facet-tools">
          {missing > 0 && (
            <CheckOption
              label={messageText("narrow.keepMissing", missing)}
              checked={!trial.hideMissing}
              onChange={(keep) => onChange({ ...trial, hideMissing: !keep })}
            />
          )}
          <button type="button" class="button facet-save" onClick={() => end(onSave)}>
            {messageText("narrow.save")}
          </button>
        </div>
      )}
    </div>
  );
}

const sameOperand = (one: Trial["low"], other: Trial["low"]): boolean =>
  one !== null && other !== null && printOperand(one) === printOperand(other);
