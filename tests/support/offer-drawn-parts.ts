import { createHitWalk } from "@/page/hit-walk.ts";
import { offerHitWalk } from "@/page/offered-hit-walk.ts";
import { offerResultLines } from "@/painting/offered-lines.ts";
import { insertLine, isLine, noticePlaceOf, placeOf } from "@/painting/result-line.ts";

// Pages load these when something needs them; tests with a page have them from the start.
offerResultLines({ insertLine, isLine, noticePlaceOf, placeOf });
offerHitWalk(createHitWalk);
