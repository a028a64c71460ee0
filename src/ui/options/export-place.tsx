import { useSignal } from "@preact/signals";
import { useContext } from "preact/hooks";

import { messageText, problemText } from "@/browser/message-text.ts";
import { writeGoggle } from "@/lists/goggles/write-goggle.ts";
import type { StepwiseReading } from "@/lists/imported-lists.ts";
import { writeUblacklist } from "@/lists/ublacklist/write-ruleset.ts";
import { writeWinnow } from "@/lists/winnow-file.ts";
import { exportIssue } from "@/lists/write/exported-text.ts";
import type { ExportedText, ExportIssue } from "@/lists/write/exported-text.ts";
import { writeExport } from "@/lists/write/write-export.ts";
import type { ExportWriter } from "@/lists/write/write-export.ts";
import { writeDomains, writeWords } from "@/lists/write/write-plain-text.ts";
import type { Ruleset } from "@/model/ruleset.ts";
import type { Settings } from "@/model/settings.ts";
import type { RulesetStore } from "@/rulesets/ruleset-store.ts";
import { isBrought } from "@/rulesets/stored-rulesets.ts";
import { workInSlices } from "@/rulesets/work-in-slices.ts";
import { Icon } from "@/ui/controls/icon.tsx";
import { announceDone } from "@/ui/controls/undo.tsx";
import { useSettings } from "@/ui/editing/settings-context.ts";

import type { DeviceState } from "./device-state.ts";
import { saveFile } from "./save-file.ts";
import { SyncFillContext } from "./use-sync-fill.ts";

const formats = ["winnow", "ublacklist", "goggle", "words", "domains"] as const;
type ExportFormat = (typeof formats)[number];

const fileKinds: Readonly<Record<ExportFormat, readonly [ending: string, type: string]>> = {
  winnow: ["json", "application/json"],
  ublacklist: ["txt", "text/plain"],
  goggle: ["goggle", "text/plain"],
  words: ["txt", "text/plain"],
  domains: ["txt", "text/plain"],
};

const writers: Readonly<Record<Exclude<ExportFormat, "winnow">, ExportWriter>> = {
  ublacklist: writeUblacklist,
  goggle: writeGoggle,
  words: writeWords,
  domains: writeDomains,
};

function* write(format: ExportFormat, settings: Settings, rulesets: readonly Ruleset[]): StepwiseReading<ExportedText> {
  if (format !== "winnow") return yield* writeExport(writers[format], settings, rulesets);
  return { text: yield* writeWinnow(settings, rulesets), notExpressed: [], approximated: [] };
}

/** What no file holds, because it is not read here. */
const notRead = (isNewer: boolean, isIncomplete: boolean): readonly ExportIssue[] => [
  ...(isNewer ? [exportIssue(messageText("importKind.rules"), "export-newer")] : []),
  ...(isIncomplete ? [exportIssue(messageText("options.unreadable"), "export-kept-aside")] : []),
];

/** More than these say no more. */
const mostIssues = 100;

const ExportIssues = ({ title, issues }: { readonly title: string; readonly issues: readonly ExportIssue[] }) =>
  issues.length === 0 ? null : (
    <details class="import-issues" open>
      <summary>{title}</summary>
      <ol>
        {issues.slice(0, mostIssues).map(({ what, problem }, index) => (
          <li key={index}>
            <code dir="auto">{what || messageText("common.untitledList")}</code>
            <span class="import-problem">{problemText(problem)}</span>
          </li>
        ))}
      </ol>
      {issues.length > mostIssues && (
        <p class="hint">{messageText("options.moreProblems", issues.length - mostIssues)}</p>
      )}
    </details>
  );

interface ExportPlaceProps {
  readonly rulesets: RulesetStore;
  readonly device: DeviceState;
}

/** Writes what the user has set in a format of choice, and says what that format cannot hold. */
export function ExportPlace({ rulesets, device }: ExportPlaceProps) {
  const { settings } = useSettings();
  const fill = useContext(SyncFillContext);
  const format = useSignal<ExportFormat>("winnow");
  const written = useSignal<ExportedText | null>(null);

  const prepare = async (): Promise<ExportedText> => {
    const chosen = format.value;
    const stored = (await rulesets.load()).filter(isBrought);
    const contents = await Promise.all(stored.map(({ id }) => rulesets.read(id)));
    const brought = contents.filter((content) => content !== null);
    const output = await workInSlices(write(chosen, settings.value, brought));
    const left = notRead(await rulesets.isNewer(), device.unreadable.value !== null);
    // That something stays on this device is no setting, and nothing that another tool knows of.
    const staying =
      chosen === "winnow" ? (fill?.kept ?? []).map(({ name }) => exportIssue(name, "export-stays-here")) : [];
    const exported = {
      ...output,
      notExpressed: [...output.notExpressed, ...left],
      approximated: [...output.approximated, ...staying],
    };
    // Meanwhile another format may have been chosen.
    if (format.peek() === chosen) written.value = exported;
    return exported;
  };
  const save = async (): Promise<void> => {
    const { text } = await prepare();
    const [ending, type] = fileKinds[format.value];
    saveFile(`winnow-${new Date().toISOString().slice(0, 10)}.${ending}`, text, type);
  };
  const copy = async (): Promise<void> => {
    const { text } = await prepare();
    await navigator.clipboard.writeText(text);
    announceDone(messageText("common.copied"));
  };

  return (
    <div class="card import-place">
      <h3>{messageText("export.title")}</h3>
      <p class="hint">{messageText(`exportMeaning.${format.value}`)}</p>
      <div class="buttons">
        <select
          class="select"
          aria-label={messageText("export.format")}
          value={format.value}
          onChange={({ currentTarget }) => {
            format.value = currentTarget.value as ExportFormat;
            void prepare();
          }}
        >
          {formats.map((name) => (
            <option key={name} value={name}>
              {messageText(`importFormat.${name}`)}
            </option>
          ))}
        </select>
        <button type="button" class="button" onClick={() => void save()}>
          <Icon name="export" />
          {messageText("export.save")}
        </button>
        <button type="button" class="button" onClick={() => void copy()}>
          <Icon name="copy" />
          {messageText("common.copy")}
        </button>
      </div>
      {written.value !== null && (
        <div role="status">
          <ExportIssues
            title={messageText("export.notExpressed", written.value.notExpressed.length)}
            issues={written.value.notExpressed}
          />
          <ExportIssues
            title={messageText("export.approximated", written.value.approximated.length)}
            issues={written.value.approximated}
          />
        </div>
      )}
    </div>
  );
}
