import { messageText } from "@/browser/message-text.ts";
import type { WayBack } from "@/settings/history.ts";

import { announceDone } from "./undo.tsx";

/** Says what came of taking a change back. */
export const announceWayBack = (what: WayBack): void => {
  announceDone(messageText(what === "done" ? "history.undone" : `history.${what}`));
};
