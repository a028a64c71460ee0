import { stemmer as en } from "@orama/stemmers/english";
import { stemmer as fr } from "@orama/stemmers/french";
import { stemmer as de } from "@orama/stemmers/german";
import { stemmer as ru } from "@orama/stemmers/russian";
import { stemmer as es } from "@orama/stemmers/spanish";

import type { LanguageData } from "./language-data.ts";
import { simplifiedTable } from "./simplified-table.ts";

/** All that {@link LanguageData} is. Nothing that every page loads may import this. */
export const allLanguageData: LanguageData = { stemmers: { en, de, fr, es, ru }, simplifiedTable };
