import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";

import { offerFacetReader } from "@/facets/facet-reader.ts";
import { readFacets } from "@/facets/read-facets.ts";

export default defineUnlistedScript(() => offerFacetReader(readFacets));
