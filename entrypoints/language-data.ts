import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";

import { WordFormSearch } from "@/matching/word-form-search.ts";
import { offerWordForms } from "@/matching/word-forms.ts";
import { allLanguageData } from "@/text/all-language-data.ts";
import { offerLanguageData } from "@/text/language-data.ts";

export default defineUnlistedScript(() => {
  offerLanguageData(allLanguageData);
  offerWordForms(WordFormSearch);
});
