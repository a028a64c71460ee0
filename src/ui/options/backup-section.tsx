import { messageText } from "@/browser/message-text.ts";

import { BackupFile } from "./backup-transfer.tsx";
import type { DeviceState } from "./device-state.ts";
import { Section } from "./section.tsx";
import { UnreadableSettings } from "./unreadable-settings.tsx";

/** Files in and out, and what of the stored settings could not be read. */
export const BackupSection = ({ device }: { readonly device: DeviceState }) => (
  <Section id="backup" title={messageText("place.backup")} hint={messageText("options.backupHint")}>
    <BackupFile />
    <UnreadableSettings device={device} />
  </Section>
);
