import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";

import { messageText, problemText } from "@/browser/message-text.ts";
import type { Problem } from "@/model/problem.ts";
import { Icon } from "@/ui/controls/icon.tsx";
import { announceDone } from "@/ui/controls/undo.tsx";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { addBackup, readBackup, writeBackup } from "./backup-file.ts";
import { saveFile } from "./save-file.ts";

/** Files larger than this are no backup of settings; reading them would only hold the page up. */
const largestFile = 50_000_000;

/** Saves everything to a file, and adds what a file holds. */
export function BackupFile() {
  const { settings, change } = useSettings();
  const problems = useSignal<readonly Problem[]>([]);
  const picker = useRef<HTMLInputElement>(null);

  const save = (): void => {
    const day = new Date().toISOString().slice(0, 10);
    saveFile(`winnow-${day}.json`, writeBackup(settings.value));
  };

  const read = async (file: File): Promise<void> => {
    if (file.size > largestFile) {
      problems.value = [{ code: "backup-too-large", args: [] }];
      return;
    }
    const backup = readBackup(await file.text());
    problems.value = backup.ok ? backup.problems : [backup.problem];
    if (!backup.ok) return;
    const before = settings.value;
    if (!(await change((current) => addBackup(current, backup.settings)))) return;
    const { lists, filters } = backup.settings;
    announceDone(
      messageText("options.imported", [String(lists.length), String(filters.length)]),
      () => void change(() => before),
    );
  };

  return (
    <div class="card backup">
      <button type="button" class="button" onClick={save}>
        <Icon name="export" />
        {messageText("options.export")}
      </button>
      <button type="button" class="button" onClick={() => picker.current?.click()}>
        <Icon name="import" />
        {messageText("options.import")}
      </button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={messageText("options.import")}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file !== undefined) void read(file);
          // The same file can be chosen again after it was mended.
          currentTarget.value = "";
        }}
      />
      <div role="status">
        {problems.value.map((problem) => (
          <p key={problem.code} class="field-problem">
            {problemText(problem)}
          </p>
        ))}
      </div>
    </div>
  );
}
