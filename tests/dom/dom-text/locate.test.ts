import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { FieldText, NodeSpan } from "@/dom-text/field-text.ts";
import { readFieldTexts } from "@/dom-text/read-field-texts.ts";
import { textFieldNames } from "@/model/result.ts";

import { resultTree, buildTree } from "../painting/random-results.ts";

const readMeta = (html: string): FieldText => {
  document.body.innerHTML = `<div>${html}</div>`;
  const root = document.body.firstElementChild;
  if (root === null) {
    throw new Error("No result");
  }
  return readFieldTexts({ root, parts: [], title: null, snippet: [] }).meta;
};

const texts = (pieces: readonly NodeSpan[]): string[] =>
  pieces.map(({ node, start, end }) => node.data.slice(start, end));

const spanOf = (field: FieldText, text: string): { start: number; end: number } => {
  const start = field.text.indexOf(text);
  return { start, end: start + text.length };
};

describe("locating a span", () => {
  it("finds the pieces across marks", () => {
    const field = readMeta("a dis<em>tri</em>but<b>ed</b> database");
    expect(texts(field.locate(spanOf(field, "distributed")))).toStrictEqual(["dis", "tri", "but", "ed"]);
  });

  it("leaves boundaries out", () => {
    const field = readMeta("<p>one</p> <p>two</p>");
    expect(texts(field.locate(spanOf(field, "one\ntwo")))).toStrictEqual(["one", "two"]);
    expect(texts(field.locate(spanOf(field, "\n")))).toStrictEqual([]);
  });

  it("counts from the first character that is not white space", () => {
    const field = readMeta("<p>one</p>\n<p>   \n<i> </i><b> two</b></p>");
    expect(field.text).toBe("one\ntwo");
    const [piece] = field.locate(spanOf(field, "wo"));
    expect([piece?.node.data, piece?.start, piece?.end]).toStrictEqual([" two", 2, 4]);
    expect(texts(field.locate({ start: 0, end: 7 }))).toStrictEqual(["one", "two"]);
  });

  it("finds nothing of what the page rewrote, and still finds the rest", () => {
    const field = readMeta("<p>one</p><p>two</p>");
    const [one, two] = [spanOf(field, "one"), spanOf(field, "two")];
    expect(texts(field.locate(one))).toStrictEqual(["one"]);
    const text = document.querySelector("p")?.firstChild as Text;
    text.data = "another";
    expect(field.locate(one)).toStrictEqual([]);
    expect(texts(field.locate(two))).toStrictEqual(["two"]);
  });

  it("finds the text in the nodes that hold it now", () => {
    const field = readMeta("<p>one two</p>");
    const two = spanOf(field, "two");
    const before = field.locate(two);
    const text = document.querySelector("p")?.firstChild as Text;
    text.replaceWith(document.createTextNode("on"), document.createTextNode("e t"), document.createTextNode("wo"));
    expect(texts(field.locate(two))).toStrictEqual(["t", "wo"]);
    expect(before[0]?.node.isConnected).toBe(false);
  });

  it("finds nothing on a page that took the result away", () => {
    const field = readMeta("<p>one</p>");
    document.body.replaceChildren();
    expect(field.locate({ start: 0, end: 3 })).toStrictEqual([]);
  });

  it("gives the text of any span of any result, by nodes that belong to one field each", () => {
    fc.assert(
      fc.property(resultTree, fc.nat(), fc.nat(), (tree, a, b) => {
        const { places } = buildTree(tree);
        const fields = readFieldTexts(places);
        const owners = new Map<Text, string>();
        for (const name of textFieldNames) {
          const field = fields[name];
          const { text } = field;
          const [start = 0, end = 0] = [a % (text.length + 1), b % (text.length + 1)].toSorted((x, y) => x - y);
          const found = texts(field.locate({ start, end })).join("");
          expect(found.replaceAll(/[\n\t]/g, " ")).toBe(text.slice(start, end).replaceAll("\n", ""));
          for (const { node } of field.locate({ start: 0, end: text.length })) {
            expect(owners.get(node) ?? name).toBe(name);
            owners.set(node, name);
          }
        }
      }),
    );
  });
});
