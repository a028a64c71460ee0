import type { Arranger } from "./arranger.ts";

type CreateArranger = (onOverruled: () => void) => Arranger;

/** Where the script that brings the arranger leaves it for the content script, in the world that both share. */
const arrangerKey = Symbol.for("winnow.arranger");
const offered = globalThis as { [arrangerKey]?: CreateArranger };

/** Makes the arranger known to the content script, which does without its weight until results change places. */
export const offerArranger = (create: CreateArranger): void => {
  offered[arrangerKey] = create;
};

/** How arrangers are made; null where that was not offered yet. */
export const offeredArranger = (): CreateArranger | null => offered[arrangerKey] ?? null;
