import { startPopup } from "@/ui/popup/start-popup.tsx";

void startPopup(document.body);
