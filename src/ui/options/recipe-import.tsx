import { useSignal } from "@preact/signals";
import { useRef } from "preact/hooks";

import { messageText, problemText } from "@/browser/message-text.ts";
import { longestText, readRecipes } from "@/lists/recipe-file.ts";
import type { Problem } from "@/model/problem.ts";
import { Icon } from "@/ui/controls/icon.tsx";
import { announceDone } from "@/ui/controls/undo.tsx";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { addRecipes } from "./recipe-changes.ts";

/** More problems than these say no more. */
const mostProblems = 8;

/** Adds recipes from a file or from a text that was pasted. */
export function RecipeImport() {
  const { settings, change } = useSettings();
  const problems = useSignal<readonly Problem[]>([]);
  const pasted = useSignal("");
  const picker = useRef<HTMLInputElement>(null);

  const add = async (text: string): Promise<boolean> => {
    const file = readRecipes(text);
    problems.value = file.ok ? file.problems : [file.problem];
    if (!file.ok) return false;
    const { recipes: before } = settings.value;
    if (!(await change(addRecipes(file.recipes)))) return false;
    announceDone(messageText("recipes.added", file.recipes.length), () => {
      void change((current) => ({ ...current, recipes: before }));
    });
    return true;
  };
  const addFile = async (file: File): Promise<void> => {
    // A character has at most three bytes for each of its units.
    if (file.size > 3 * longestText) problems.value = [{ code: "recipe-file-too-large", args: [] }];
    else await add(await file.text());
  };

  return (
    <div class="card">
      <button type="button" class="button" onClick={() => picker.current?.click()}>
        <Icon name="import" />
        {messageText("recipes.fromFile")}
      </button>
      <input
        ref={picker}
        type="file"
        accept=".yml,.yaml,.json,application/yaml,application/json"
        hidden
        aria-label={messageText("recipes.fromFile")}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file !== undefined) void addFile(file);
          // The same file can be chosen again after it was mended.
          currentTarget.value = "";
        }}
      />
      <form
        class="recipe-paste"
        onSubmit={(event) => {
          event.preventDefault();
          void add(pasted.value).then((done) => (done ? (pasted.value = "") : undefined));
        }}
      >
        <label>
          <span class="hint">{messageText("recipes.paste")}</span>
          <textarea
            class="recipe-text"
            rows={4}
            dir="ltr"
            spellcheck={false}
            placeholder={messageText("recipes.pasteHint")}
            value={pasted.value}
            onInput={({ currentTarget }) => (pasted.value = currentTarget.value)}
          />
        </label>
        <button type="submit" class="button">
          {messageText("common.add")}
        </button>
      </form>
      <div role="status">
        {problems.value.slice(0, mostProblems).map((problem) => (
          <p key={`${problem.code} ${problem.args.join(" ")}`} class="field-problem">
            {problemText(problem)}
          </p>
        ))}
      </div>
    </div>
  );
}
