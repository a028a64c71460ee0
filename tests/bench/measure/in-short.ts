import type { Standing } from "./contest.ts";

/** Less than this is no layout worth telling of, in milliseconds. */
const little = 0.05;

/** Script, and style and layout where there is any; why not where it was not measured. */
export const inShort = (standing: Standing | undefined): string => {
  if (standing === undefined) return "–";
  const { script, layout, note } = standing;
  if (script === null) return note ?? "–";
  return layout !== null && layout >= little ? `${script.toFixed(1)} + ${layout.toFixed(1)}` : script.toFixed(1);
};
