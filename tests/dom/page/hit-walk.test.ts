import { beforeEach, describe, expect, test, vi } from "vitest";

import { noDecision } from "@/deciding/decision-of.ts";
import { readFieldTexts } from "@/dom-text/read-field-texts.ts";
import { compileKeywords } from "@/matching/compile-keywords.ts";
import type { Hit } from "@/model/hit.ts";
import type { TextFieldName } from "@/model/result.ts";
import { createHitWalk } from "@/page/hit-walk.ts";
import type { JudgedResult } from "@/page/page-report.ts";

const hit = (field: TextFieldName, start: number, end: number, list = "a"): Hit => ({
  list,
  line: 0,
  field,
  span: { start, end },
});

/** A result with an address line above its title and a snippet below, and these hits. */
function result(position: number, hits: readonly Hit[]): JudgedResult {
  const root = document.createElement("article");
  const [cite, title, snippet] = ["cite", "h3", "p"].map((name) => root.appendChild(document.createElement(name)));
  cite!.textContent = "site words";
  title!.textContent = "title words";
  snippet!.textContent = "snippet words";
  document.body.append(root);
  const fields = readFieldTexts({ root, parts: [], title: title!, snippet: [snippet!] });
  const texts = { title: fields.title.text, snippet: fields.snippet.text, meta: fields.meta.text };
  return {
    found: {
      root,
      parts: [],
      claimed: [],
      fields,
      result: { id: `r${position}`, position, url: null, host: null, facets: [], ...texts },
    },
    hits,
    matcher: compileKeywords([]),
    verdict: noDecision,
  };
}

const walkOver = (judged: readonly JudgedResult[]) => {
  const current: (Hit | null)[] = [];
  const walk = createHitWalk({ judged: () => judged, setCurrent: (one) => current.push(one?.hit ?? null) });
  return { walk, current };
};

beforeEach(() => {
  document.body.replaceChildren();
  Element.prototype.scrollIntoView = vi.fn<() => void>();
});

describe("walking from hit to hit", () => {
  test("goes in reading order, whatever field, and around", () => {
    const hits = [hit("title", 0, 5), hit("title", 6, 11), hit("snippet", 0, 7), hit("meta", 0, 4)];
    const { walk, current } = walkOver([result(1, hits), result(2, [hit("snippet", 8, 13)])]);
    const numbers = [1, 2, 3, 4, 5, 6].map(() => walk.step(1, null)?.number);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 1]);
    expect(current.slice(0, 4)).toEqual([hits[3], hits[0], hits[1], hits[2]]);
  });

  test("goes back, from the end at first", () => {
    const { walk, current } = walkOver([result(1, [hit("title", 0, 5)]), result(2, [hit("title", 6, 11)])]);
    expect([walk.step(-1, null), walk.step(-1, null), walk.step(-1, null)].map((place) => place?.number)).toEqual([
      2, 1, 2,
    ]);
    expect(current[0]).toEqual(hit("title", 6, 11));
  });

  test("stays with one list when asked to", () => {
    const { walk } = walkOver([
      result(1, [hit("title", 0, 5), hit("title", 6, 11, "b")]),
      result(2, [hit("title", 0, 5)]),
    ]);
    expect(walk.step(1, "b")).toEqual({ list: "b", line: 0, number: 1, of: 1 });
    expect(walk.step(1, "a")).toEqual({ list: "a", line: 0, number: 2, of: 2 });
    expect(walk.step(1, "none")).toBeNull();
  });

  test("hits of two keywords at one place are one stop", () => {
    const { walk } = walkOver([result(1, [hit("title", 0, 11), hit("title", 0, 5, "b"), hit("snippet", 0, 7)])]);
    expect([walk.step(1, null), walk.step(1, null)].map((place) => place?.number)).toEqual([1, 2]);
  });

  test("goes in the order in which results stand after they were moved", () => {
    const judged = [1, 2, 3].map((position) => result(position, [hit("title", 0, 5), hit("title", 6, 11)]));
    const [first, second, third] = judged.map(({ found }) => found.root);
    document.body.append(third!, first!, second!);
    const current: Element[] = [];
    const walk = createHitWalk({
      judged: () => judged,
      setCurrent: (one) => one !== null && current.push(one.target.root),
    });
    expect([1, 2, 3, 4, 5, 6, 7].map(() => walk.step(1, null)?.number)).toEqual([1, 2, 3, 4, 5, 6, 1]);
    expect(current).toEqual([third, third, first, first, second, second, third]);
  });

  test("skips what is hidden and what was taken away since", () => {
    const judged = [1, 2, 3].map((position) => result(position, [hit("title", 0, 5)]));
    judged[1]!.found.root.checkVisibility = () => false;
    const { walk } = walkOver(judged);
    expect(walk.step(1, null)).toMatchObject({ number: 1, of: 2 });
    expect(walk.step(1, null)).toMatchObject({ number: 2, of: 2 });
    judged[2]!.found.root.remove();
    judged.pop();
    expect(walk.step(1, null)).toMatchObject({ number: 1, of: 1 });
  });

  describe("when the page has put other nodes where the walk is", () => {
    const hits = [hit("title", 0, 5), hit("title", 6, 11), hit("snippet", 0, 7)];
    /** The result as it is read after the page wrote the same markup again. */
    const rewritten = (one: JudgedResult, left = one.hits): JudgedResult => {
      const { root, result: before } = one.found;
      const [title, snippet] = [root.querySelector("h3")!, root.querySelector("p")!];
      for (const element of [title, snippet]) element.replaceChildren(document.createTextNode(element.textContent));
      const fields = readFieldTexts({ root, parts: [], title, snippet: [snippet] });
      return { ...one, hits: left, found: { ...one.found, fields, result: before } };
    };

    test("goes on from there, in both directions", () => {
      const judged = [result(1, hits), result(2, hits)];
      const { walk } = walkOver(judged);
      for (let time = 0; time < 4; time += 1) walk.step(1, null);
      judged[1] = rewritten(judged[1]!);
      expect(walk.step(1, null)).toMatchObject({ number: 5, of: 6 });
      judged[1] = rewritten(judged[1]);
      expect(walk.step(-1, null)).toMatchObject({ number: 4, of: 6 });
    });

    test("goes to what followed a hit that is gone", () => {
      const judged = [result(1, hits), result(2, hits)];
      const { walk, current } = walkOver(judged);
      for (let time = 0; time < 4; time += 1) walk.step(1, null);
      judged[1] = rewritten(judged[1]!, hits.slice(1));
      expect(walk.step(1, null)).toMatchObject({ number: 4, of: 5 });
      expect(current.at(-1)).toEqual(hits[1]);
    });

    test("knows a result that stands in another element by what tells it from others", () => {
      const judged = [result(1, hits), result(2, hits), result(3, hits)];
      const { walk } = walkOver(judged);
      for (let time = 0; time < 5; time += 1) walk.step(1, null);
      const anew = result(2, hits);
      judged[1]!.found.root.replaceWith(anew.found.root);
      judged[1] = anew;
      judged[0] = { ...judged[0]!, hits: [] };
      expect(walk.step(1, null)).toMatchObject({ number: 3, of: 6 });
    });
  });
});
