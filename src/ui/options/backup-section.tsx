import { useMemo } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import { browserStorage } from "@/browser/storage-areas.ts";
import { createRulesetStore } from "@/rulesets/ruleset-store.ts";

import type { DeviceState } from "./device-state.ts";
import { ExportPlace } from "./export-place.tsx";
import { ImportPlace } from "./import-place.tsx";
import { Section } from "./section.tsx";
import { UnreadableSettings } from "./unreadable-settings.tsx";

/** Files in and out, and what of the stored settings could not be read. */
export function BackupSection({ device }: { readonly device: DeviceState }) {
  const rulesets = useMemo(() => createRulesetStore(browserStorage().local), []);
  return (
    <Section id="backup" title={messageText("place.backup")} hint={messageText("options.backupHint")}>
      <ImportPlace rulesets={rulesets} />
      <ExportPlace rulesets={rulesets} device={device} />
      <UnreadableSettings device={device} />
    </Section>
  );
}
