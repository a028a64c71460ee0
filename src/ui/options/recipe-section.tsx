import { messageText } from "@/browser/message-text.ts";
import { recipeFileType, writeRecipes } from "@/lists/recipe-file.ts";
import { builtInMatches } from "@/recipes/built-in.ts";
import { Icon } from "@/ui/controls/icon.tsx";
import { useSettings } from "@/ui/editing/settings-context.ts";

import type { DeviceState } from "./device-state.ts";
import { RecipeCard } from "./recipe-card.tsx";
import { saveFile } from "./save-file.ts";
import { Section } from "./section.tsx";

/** The user's own recipes, made by picking or brought. */
export function RecipeSection({ device }: { readonly device: DeviceState }) {
  const { settings } = useSettings();
  const { recipes } = settings.value;
  const running = [...builtInMatches(), ...device.granted.value];
  const exportAll = (): void =>
    saveFile("winnow-recipes.yml", writeRecipes(recipes.map(({ data }) => data)), recipeFileType);
  return (
    <Section id="recipes" title={messageText("place.recipes")} hint={messageText("options.recipesHint")}>
      {recipes.map((recipe, index) => (
        <RecipeCard key={recipe.id} recipe={recipe} index={index} count={recipes.length} running={running} />
      ))}
      <p class="hint">
        <a class="link-button" href="#import">
          {messageText("recipes.bring")}
        </a>
      </p>
      {recipes.length > 1 && (
        <button type="button" class="button" onClick={exportAll}>
          <Icon name="export" />
          {messageText("recipes.exportAll")}
        </button>
      )}
    </Section>
  );
}
