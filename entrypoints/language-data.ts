import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";

import { allLanguageData } from "@/text/all-language-data.ts";
import { offerLanguageData } from "@/text/language-data.ts";

export default defineUnlistedScript(() => offerLanguageData(allLanguageData));
