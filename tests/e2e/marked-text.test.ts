import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { changeText, knowNodes, textChangeKinds } from "../support/change-text.ts";
import type { KnownNodes } from "../support/change-text.ts";
import { browserNames } from "../support/find-browsers.ts";
import type { TabUnderTest } from "../support/tab-under-test.ts";
import { startProbe } from "./painting/start-probe.ts";
import type { StartedProbe } from "./painting/start-probe.ts";

/** What the page under test brings along. */
interface PageTools {
  readonly changeText: typeof changeText;
  readonly knowNodes: typeof knowNodes;
  /** Asks the content script, which paints, and waits for its answer. */
  readonly ask: (call: object) => Promise<unknown>;
  /** Paints the results with these numbers as they are now. */
  readonly paint: (count: number) => Promise<unknown>;
}

const script = `
  const knowNodes = ${String(knowNodes)}; const changeText = ${String(changeText)};
  const ask = (call) => new Promise((resolve) => {
    const listen = ({ data }) => {
      if (typeof data !== "string" || !data.startsWith("answer:")) return;
      removeEventListener("message", listen);
      resolve(JSON.parse(data.slice(7)));
    };
    addEventListener("message", listen);
    postMessage("probe:" + JSON.stringify(call), "*");
  });
  const paint = (count) => ask({ do: "show", painter: "mark", lists: [{ id: "a", color: 1 }, { id: "b", color: 2 }],
    results: Array.from({ length: count }, (_, index) => ({ root: "#r" + index, title: "h3", snippet: "p",
      position: index + 1, words: { a: "needle", b: "hay" } })) });
  window.tools = { knowNodes, changeText, ask, paint };
`;
const page = `<!doctype html><html><head><title>Page</title></head><body><main></main><script>${script}</script></body></html>`;

describe.each(browserNames)("text that mark.js has painted in %s", (name) => {
  let probe: StartedProbe;
  let tab: TabUnderTest;

  beforeAll(async () => {
    probe = await startProbe(name, new Map([["https://results.test/", { body: page }]]));
    ({ tab } = probe);
    await probe.open("https://results.test/");
  });

  afterAll(() => probe.close());

  it("is what it would be without marks, whatever the page does", async () => {
    const wrong = await tab.evaluate(
      async (kinds) => {
        const { tools } = window as unknown as { tools: PageTools };
        let seed = 7;
        const random = (): number => {
          seed = (seed * 16_807) % 2_147_483_647;
          return seed;
        };
        const pick = <T>(all: readonly T[]): T => all[random() % all.length]!;
        const words = ["needle", "hay", "fresh ", " runs deep, ", "needle and hay", "Xx ", "水", ""];
        const anyText = (): string => Array.from({ length: random() % 5 }, () => pick(words)).join("");
        const list = document.querySelector("main")!;
        const found: object[] = [];
        for (let round = 0; round < 20; round += 1) {
          const results = Array.from({ length: 15 }, (_, index) => {
            const root = document.createElement("article");
            root.id = `r${index}`;
            for (const tag of ["h3", "p", "p"]) {
              const element = document.createElement(tag);
              const inner = document.createElement("em");
              inner.append(anyText());
              element.append(anyText(), inner, anyText(), anyText());
              root.append(element);
            }
            return root;
          });
          list.replaceChildren(...results);
          const trees = results.map((root): KnownNodes[] => {
            const twin = root.cloneNode(true) as Element;
            return [tools.knowNodes(root), tools.knowNodes(twin)];
          });
          const log = results.map((root): unknown[] => [root.innerHTML]);
          const live = new Set(trees.keys());
          await tools.paint(results.length);
          for (let step = 0; step < 4; step += 1) {
            for (const index of live) {
              const change = {
                kind: pick(kinds),
                at: random(),
                text: pick(["Xx needle", "Zq", "", "hay", "fresh hay"]),
              };
              const node = trees[index]![0]!.texts[change.at % Math.max(1, trees[index]![0]!.texts.length)];
              // Where a hit begins a text, nothing tells what is added to it from what is written anew.
              const isUntold = node?.data === "" && ["append", "insert", "delete"].includes(change.kind);
              if (isUntold) continue;
              log[index]!.push(change, trees[index]![0]!.root.innerHTML);
              tools.changeText(trees[index]!, change);
              // From here on the page would know other nodes than it knew.
              if (["wrapEach", "normalize"].includes(change.kind)) live.delete(index);
            }
            await new Promise((resolve) => setTimeout(resolve));
            for (const [index, [painted, twin]] of trees.entries()) {
              if (painted!.root.textContent === twin!.root.textContent) continue;
              found.push({ log: log[index], got: painted!.root.textContent, want: twin!.root.textContent });
              live.delete(index);
              painted!.root.replaceChildren();
              twin!.root.replaceChildren();
            }
            if (step % 2 === 0) await tools.paint(results.length);
          }
          await tools.ask({ do: "clear" });
          for (const [index, [painted, twin]] of trees.entries()) {
            if (painted!.root.textContent !== twin!.root.textContent)
              found.push({ cleared: log[index], got: painted!.root.innerHTML, want: twin!.root.innerHTML });
          }
        }
        return { found: found.slice(0, 3), count: found.length, marks: document.querySelectorAll("mark").length };
      },
      [...textChangeKinds],
    );
    expect(wrong).toEqual({ found: [], count: 0, marks: 0 });
  });

  it("leaves what the user has selected as it is, where marks stay and where they change", async () => {
    const selected = await tab.evaluate(async () => {
      const { tools } = window as unknown as { tools: PageTools };
      const root = document.createElement("article");
      root.id = "r0";
      const [title, text] = [document.createElement("h3"), document.createElement("p")];
      title.append("1");
      text.append("fresh needle runs deep and needle stays");
      root.append(title, text);
      document.querySelector("main")!.replaceChildren(root);
      await tools.paint(1);
      const selection = getSelection()!;
      selection.selectAllChildren(text);
      const seen = [selection.toString()];
      title.textContent = "2 hay";
      await tools.paint(1);
      seen.push(selection.toString());
      const [first, last] = [text.firstChild!, text.lastChild!.previousSibling!.lastChild!];
      selection.setBaseAndExtent(first, 2, last, 3);
      seen.push(selection.toString());
      await tools.ask({ do: "clear" });
      seen.push(selection.toString());
      await tools.paint(1);
      seen.push(selection.toString());
      return seen;
    });
    const all = "fresh needle runs deep and needle stays";
    const part = "esh needle runs deep and nee";
    expect(selected).toEqual([all, all, part, part, part]);
  });
});
