import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";

import { bringResultButtons } from "@/ui/in-page/result-buttons/bring-result-buttons.tsx";

export default defineUnlistedScript(() => bringResultButtons(document));
