import { defineContentScript } from "wxt/utils/define-content-script";

import { walkElements, walkTexts } from "./floors.ts";
import { peer } from "./peers.ts";
import type { Job, ProbeAnswer, ProbeCall, ProbeMessage } from "./probe-calls.ts";
import { timed } from "./stop-watch.ts";
import { decide, match, scan, search, tellArticle } from "./winnow-parts.ts";
import { winnow } from "./winnow-pass.ts";

/*
 * The content script of measurements. It stands in the extension's own world beside the product's content script, on
 * a host of its own, and does what the page under test asks it to by messages of the page's window. It exists only in
 * the build that measurements make.
 */

const jobFor = (call: ProbeCall): Job => {
  switch (call.do) {
    case "nothing":
      return { run: () => undefined, report: () => ({}) };
    case "walk texts":
      return walkTexts();
    case "walk elements":
      return walkElements();
    case "Winnow":
      return winnow(call.keywords, call.onlyInView, call.stage);
    case "peer":
      return peer(call.name, call.keywords, call.stage);
    case "scan":
      return scan();
    case "tell article":
      return tellArticle();
    case "match":
      return match(call.keywords);
    case "decide":
      return decide(call.keywords, call.filters);
    case "search":
      return search(call.lines, call.texts);
    default:
      throw new Error("There is no such measurement.");
  }
};

let job: Job | null = null;

const answer = (message: ProbeMessage): ProbeAnswer => {
  if (message.step === "prepare") {
    job = jobFor(message.call);
    job.prepare?.();
    return { ready: true };
  }
  if (job === null) throw new Error("Nothing is prepared.");
  return message.step === "run" ? { milliseconds: timed(job.run)[1] } : { figures: job.report() };
};

const answerSafely = (message: ProbeMessage): ProbeAnswer => {
  try {
    return answer(message);
  } catch (error) {
    return { error: String(error) };
  }
};

export default defineContentScript({
  matches: ["https://probe.bench.example/*"],
  runAt: "document_idle",
  main: () => {
    window.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
      if (typeof data !== "string" || !data.startsWith("bench:")) return;
      const reply = answerSafely(JSON.parse(data.slice("bench:".length)) as ProbeMessage);
      window.postMessage(`answer:${JSON.stringify(reply)}`, "*");
    });
    document.documentElement.dataset["benchReady"] = "";
  },
});
