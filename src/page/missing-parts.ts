import { facetReader } from "@/facets/facet-reader.ts";
import { mayAskFacets } from "@/filters/may-ask-facets.ts";
import { mayHoldRegex, regexEngine } from "@/matching/regex-engine.ts";
import type { Filter } from "@/model/filter.ts";
import type { PagePart } from "@/model/page-part.ts";
import type { Settings } from "@/model/settings.ts";
import { resultLines } from "@/painting/offered-lines.ts";
import { languageData, needsLanguageData } from "@/text/language-data.ts";

const holdsRegex = ({ enabled, condition }: Filter): boolean => enabled && mayHoldRegex(condition);

const folds = ({ enabled, action }: Filter): boolean => enabled && action === "fold";

const asksFacets = ({ enabled, condition }: Filter): boolean => enabled && mayAskFacets(condition);

/**
 * What is to be loaded before everything that is asked for can be looked for. Lists and filters that need what is
 * missing are done without until then.
 *
 * @param brought filters beside those of the settings
 * @param tried conditions that are tried on the page
 * @param figuresAsked whether figures are asked for by something else than a condition
 */
export function missingParts(
  { lists, filters }: Settings,
  brought: readonly Filter[],
  tried: readonly string[],
  figuresAsked: boolean,
): readonly PagePart[] {
  const searched = lists.filter(({ enabled }) => enabled);
  const missing: PagePart[] = [];
  if (
    facetReader() === null &&
    (figuresAsked || filters.some(asksFacets) || brought.some(asksFacets) || tried.some(mayAskFacets))
  ) {
    missing.push("facet-reader");
  }
  if (languageData() === null && searched.some(({ options }) => needsLanguageData(options))) {
    missing.push("language-data");
  }
  if (
    regexEngine() === null &&
    (searched.some(({ lines }) => lines.some(mayHoldRegex)) ||
      filters.some(holdsRegex) ||
      brought.some(holdsRegex) ||
      tried.some(mayHoldRegex))
  ) {
    missing.push("regex-engine");
  }
  if (resultLines() === null && (filters.some(folds) || brought.some(folds))) missing.push("result-lines");
  return missing;
}
