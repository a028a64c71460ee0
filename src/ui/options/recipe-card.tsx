import { useSignal } from "@preact/signals";

import { messageText, problemText } from "@/browser/message-text.ts";
import { requestSites } from "@/browser/site-permission.ts";
import { recipeFileType, writeRecipes } from "@/lists/recipe-file.ts";
import type { UserRecipe } from "@/model/settings.ts";
import { readRecipe } from "@/recipes/read-recipe.ts";
import { IconButton } from "@/ui/controls/icon-button.tsx";
import { Switch } from "@/ui/controls/switch.tsx";
import { patchItem } from "@/ui/editing/settings-changes.ts";
import { useSettings } from "@/ui/editing/settings-context.ts";

import { CardTools } from "./card-tools.tsx";
import { hostsOf, missingPermissions } from "./recipe-sites.ts";
import { saveFile } from "./save-file.ts";

/** More sites than these are counted, not named. */
const mostNamed = 3;

interface RecipeCardProps {
  readonly recipe: UserRecipe;
  readonly index: number;
  readonly count: number;
  /** The match patterns of where Winnow runs. */
  readonly running: readonly string[];
}

const namedSites = (patterns: readonly string[]): string => {
  const hosts = hostsOf(patterns);
  const named = hosts.slice(0, mostNamed).join(", ");
  const more = hosts.length - mostNamed;
  return more > 0 ? messageText("recipes.moreSites", more, [named, String(more)]) : named;
};

/** What a recipe is saved as: its name with nothing in it that file systems refuse. */
const fileName = (name: string): string => `${name.replaceAll(/[^\p{L}\p{N}.-]+/gu, "-")}.yml`;

/** One recipe of the user's: what it is called, where it is used, and what is wrong with it. */
export function RecipeCard({ recipe, index, count, running }: RecipeCardProps) {
  const { change } = useSettings();
  const { id, data, enabled } = recipe;
  const { recipe: read, problems } = readRecipe(data);
  const name = read?.name ?? (typeof data["name"] === "string" ? data["name"] : messageText("recipes.untitled"));
  const patterns = read?.pages.flatMap(({ matches }) => matches) ?? [];
  const save = (): void => saveFile(fileName(name), writeRecipes([data]), recipeFileType);
  return (
    <article id={`recipe-${id}`} class={enabled ? "card" : "card card-off"} aria-label={name}>
      <header class="card-head">
        <h3 class="recipe-name" dir="auto">
          {name}
        </h3>
        <IconButton icon="export" label={messageText("recipes.exportOne", [name])} onClick={save} />
        <CardTools kind="recipes" id={id} name={name} index={index} count={count}>
          <Switch
            label={messageText("common.switchOf", [name])}
            checked={enabled}
            onChange={(on) => void change(patchItem("recipes", id, { enabled: on }))}
          />
        </CardTools>
      </header>
      <p class="hint">{messageText("recipes.usedOn", [namedSites(patterns)])}</p>
      {problems.map((problem) => (
        <p key={`${problem.code} ${problem.args.join(" ")}`} class="field-warning">
          {problemText(problem)}
        </p>
      ))}
      <MissingPermission origins={missingPermissions(patterns, running)} />
    </article>
  );
}

function MissingPermission({ origins }: { readonly origins: readonly string[] }) {
  const refused = useSignal(false);
  if (origins.length === 0) return null;
  return (
    <div class="recipe-permission">
      <p>{messageText(refused.value ? "popup.refused" : "recipes.notAllowed", [namedSites(origins)])}</p>
      <button
        type="button"
        class="button"
        onClick={() => void requestSites(...origins).then((granted) => (refused.value = !granted))}
      >
        {messageText("recipes.allow")}
      </button>
    </div>
  );
}
