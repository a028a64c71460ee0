import { defineContentScript } from "wxt/utils/define-content-script";
export default defineContentScript({
  matches: ["https://www.google.com/*"],
  runAt: "document_start",
  main() {
    console.log("x");
  },
});
