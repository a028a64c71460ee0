import { messageText, problemText } from "@/browser/message-text.ts";
import { openSettings } from "@/browser/open-settings.ts";
import { Note } from "@/ui/controls/note.tsx";
import { useSettings } from "@/ui/editing/settings-context.ts";

/** What is wrong with the stored settings or their exchange between devices. */
export function SettingsProblems() {
  const { problems } = useSettings();
  return (
    <>
      {problems.value.map((problem) => (
        <Note key={problem.code} tone="warning">
          <p>{problemText(problem)}</p>
          <button type="button" class="link-button" onClick={() => void openSettings("backup")}>
            {messageText("popup.seeSettings")}
          </button>
        </Note>
      ))}
    </>
  );
}
