import { messageText } from "@/browser/message-text.ts";

import { AllSites } from "./all-sites.tsx";
import type { DeviceState } from "./device-state.ts";
import { GrantedSites } from "./granted-sites.tsx";
import { PausedSites } from "./paused-sites.tsx";
import { Section } from "./section.tsx";

/** Where Winnow may run, and where it is not to. */
export const SiteSection = ({ device }: { readonly device: DeviceState }) => (
  <Section id="sites" title={messageText("place.sites")} hint={messageText("options.sitesHint")}>
    <AllSites granted={device.granted.value} />
    <GrantedSites granted={device.granted.value} />
    <PausedSites />
  </Section>
);
