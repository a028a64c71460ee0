import { messageText } from "@/browser/message-text.ts";
import { browserStorage } from "@/browser/storage-areas.ts";
import type { NamedItem } from "@/settings/item-names.ts";
import { keepOnDevice } from "@/settings/sync-fill.ts";
import { CheckOption } from "@/ui/controls/check-option.tsx";
import { Icon } from "@/ui/controls/icon.tsx";

import { useStaying } from "./use-sync-fill.ts";

interface SharingProps {
  readonly kind: NamedItem["kind"];
  readonly id: string;
}

/** Whether a list stays on this device, to be chosen. */
export function SharingChoice({ kind, id }: SharingProps) {
  return (
    <CheckOption
      label={messageText("sharing.keepHere")}
      hint={messageText("sharing.keepHereHint")}
      checked={useStaying({ kind, id }) === "kept"}
      onChange={(kept) => void keepOnDevice(browserStorage(), { kind, id }, kept)}
    />
  );
}

/** Says at a list or filter that its changes stay on this device, where they do. */
export function StaysHere({ kind, id }: SharingProps) {
  const staying = useStaying({ kind, id });
  if (staying === null) return null;
  return (
    <p class={`stays-here ${staying === "kept" ? "hint" : "field-warning"}`} role="status">
      {staying === "left-out" && <Icon name="warning" />}
      {staying === "left-out" ? messageText("sharing.doesNotFit") : messageText("sharing.kept")}
    </p>
  );
}
