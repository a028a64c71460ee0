import type { Problem } from "@/model/problem.ts";
import type { UserRecipe } from "@/model/settings.ts";
import { withRecipe } from "@/picking/make-recipe.ts";
import type { SettingsStore } from "@/settings/settings-store.ts";
import { newId } from "@/ui/in-page/new-id.ts";

/** Puts a recipe before all others of the user's; a problem where it was not stored. */
export const saveRecipe = async (store: SettingsStore, data: UserRecipe["data"]): Promise<Problem | null> => {
  const recipe: UserRecipe = { id: newId(), enabled: true, data };
  try {
    const { settings, problems } = await store.update((current) => ({
      ...current,
      recipes: withRecipe(current.recipes, recipe),
    }));
    const isStored = settings.recipes.some(({ id }) => id === recipe.id);
    // Settings of a newer version are not changed; the store says so.
    return isStored ? null : (problems[0] ?? { code: "recipe-not-saved", args: [""] });
  } catch (error) {
    return { code: "recipe-not-saved", args: [error instanceof Error ? error.message : String(error)] };
  }
};
