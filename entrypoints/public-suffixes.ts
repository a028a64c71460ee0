import { defineUnlistedScript } from "wxt/utils/define-unlisted-script";

import { findDomain } from "@/ui/in-page/result-buttons/find-domain.ts";
import { offerDomainFinder } from "@/ui/in-page/result-buttons/owned-domain.ts";

export default defineUnlistedScript(() => offerDomainFinder(findDomain));
