import { useEffect, useMemo, useRef } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import type { ImportFormat, RecognizedFormat } from "@/lists/imported-lists.ts";
import type { ImportPlan } from "@/lists/plan-import.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { ImportIssues } from "./import-issues.tsx";
import { ImportPart } from "./import-part.tsx";
import type { ImportState } from "./import-state.ts";
import { SyncFillMeter } from "./sync-fill-meter.tsx";
import { SyncFillContext, useSyncFill } from "./use-sync-fill.ts";

const formatName = (format: ImportFormat): string =>
  messageText(`importFormat.${format.replaceAll("-", "_")}` as "importFormat.words");

const reasonText = ({ sign, args }: RecognizedFormat["reason"]): string =>
  messageText(`importReason.${sign.replaceAll("-", "_")}` as "importReason.line_shape", [args[0] ?? ""]);

interface FormatChoiceProps {
  readonly format: RecognizedFormat;
  readonly onChange: (format: ImportFormat) => void;
}

/** What the text was taken for, why, and what it may be instead. */
const FormatChoice = ({ format, onChange }: FormatChoiceProps) => (
  <p class="import-format">
    {format.alternatives.length === 0 ? (
      <strong>{formatName(format.name)}</strong>
    ) : (
      <select
        class="select"
        aria-label={messageText("import.readAs")}
        value={format.name}
        onChange={({ currentTarget }) => onChange(currentTarget.value as ImportFormat)}
      >
        {[format.name, ...format.alternatives].map((name) => (
          <option key={name} value={name}>
            {formatName(name)}
          </option>
        ))}
      </select>
    )}
    <span class="hint">{reasonText(format.reason)}</span>
  </p>
);

/** How full the browser's sync storage would be after an import, said where it is getting tight. */
function FillAfterImport({ plan }: { readonly plan: ImportPlan }) {
  const before = useSettings().settings.value;
  const after = useMemo(() => plan.change(before), [plan, before]);
  return (
    <SyncFillContext.Provider value={useSyncFill(after)}>
      <SyncFillMeter quietly />
    </SyncFillContext.Provider>
  );
}

interface ImportPreviewProps {
  readonly state: ImportState;
  readonly onApply: () => void;
  readonly onCancel: () => void;
}

/** What an import would do, part by part, and what of the text it leaves out. Nothing has been done yet. */
export function ImportPreview({ state, onApply, onCancel }: ImportPreviewProps) {
  const read = state.read.value;
  const plan = state.plan.value;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (read !== null) heading.current?.focus();
  }, [read]);
  if (read === null || plan === null) return null;
  const { format, notUnderstood, simplified } = read.imported;
  return (
    <section class="import-preview" aria-label={messageText("import.preview")}>
      <h4 ref={heading} tabIndex={-1}>
        {read.fileName ?? messageText("import.pasted")}
        {read.encoding !== "utf-8" && <span class="hint"> {messageText("import.encoding", [read.encoding])}</span>}
      </h4>
      {format !== null && <FormatChoice format={format} onChange={(name) => void state.readAs(name)} />}
      {plan.parts.length === 0 && <p>{messageText("import.nothing")}</p>}
      <ul class="import-parts">
        {plan.parts.map((part) => (
          <ImportPart key={part.key} part={part} onChoose={(choice) => void state.choose(part.key, choice)} />
        ))}
      </ul>
      <ImportIssues title={messageText("import.notUnderstood", notUnderstood.length)} issues={notUnderstood} open />
      <ImportIssues title={messageText("import.simplified", simplified.length)} issues={simplified} />
      <FillAfterImport plan={plan} />
      <div class="buttons">
        <button
          type="button"
          class="button button-strong"
          disabled={!plan.parts.some(({ taken }) => taken)}
          onClick={onApply}
        >
          {messageText("import.apply")}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {messageText("import.cancel")}
        </button>
      </div>
    </section>
  );
}
