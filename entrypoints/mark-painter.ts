import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";

import { offerMarkPainter } from "@/painting/create-painter.ts";
import { createMarkPainter } from "@/painting/mark-painter.ts";

export default defineUnlistedScript(() => offerMarkPainter(createMarkPainter));
