import { expect, test } from "vitest";

import { createDraftJournal } from "@/ui/editing/draft-journal.ts";
import type { TextEdit } from "@/ui/editing/text-edit.ts";

/** What the pages of one browser share: a storage, and locks that go when their page closes. */
function createBrowser() {
  const storage = Object.create({
    getItem: (key: string) => (storage as unknown as Record<string, string>)[key] ?? null,
    setItem: (key: string, value: string) => Object.assign(storage, { [key]: value }),
    removeItem: (key: string) => Reflect.deleteProperty(storage, key),
  }) as Storage;
  const held = new Map<string, object>();
  let waiting: { readonly name: string; readonly run: () => Promise<void> }[] = [];

  const openPage = () => {
    const page = {};
    const request = async (
      name: string,
      ...rest: [{ readonly ifAvailable?: true }, (lock: object | null) => unknown] | [() => unknown]
    ): Promise<unknown> => {
      const run = rest.at(-1) as (lock: object | null) => unknown;
      if (held.has(name)) {
        if (rest.length === 2 && rest[0].ifAvailable === true) return run(null);
        return new Promise((resolve) => {
          waiting.push({ name, run: async () => resolve(await run({})) });
        });
      }
      held.set(name, page);
      const result = await run({});
      held.delete(name);
      return result;
    };
    const written: TextEdit[] = [];
    const write = (edit: TextEdit): Promise<boolean> => {
      written.push(edit);
      return Promise.resolve(true);
    };
    const journal = createDraftJournal(storage, { request } as unknown as LockManager);
    const close = async (): Promise<void> => {
      for (const [name, holder] of held) if (holder === page) held.delete(name);
      const free = waiting.filter(({ name }) => !held.has(name));
      waiting = waiting.filter((one) => !free.includes(one));
      await Promise.all(free.map(({ run }) => run()));
    };
    return { journal, written, close, finish: () => journal.finish(write, new AbortController().signal) };
  };
  return { storage, openPage };
}

const typed = (text: string): TextEdit => ({ place: { kind: "lists", id: "l", field: "lines" }, before: "", text });

test("what a closed page could not write is written by the next one, once", async () => {
  const { storage, openPage } = createBrowser();
  const first = openPage();
  first.journal.note(typed("harb"));
  first.journal.note(typed("harbour"));
  await first.close();
  const [second, third] = [openPage(), openPage()];
  await second.finish();
  await third.finish();
  expect([second.written, third.written]).toEqual([[typed("harbour")], []]);
  expect(Object.keys(storage)).toEqual([]);
});

test("what is being typed on another page is left to it, until that page closes without having written it", async () => {
  const { storage, openPage } = createBrowser();
  const [typing, other] = [openPage(), openPage()];
  typing.journal.note(typed("harb"));
  other.journal.note(typed("mine"));
  await other.finish();
  expect(other.written).toEqual([]);
  typing.journal.note(typed("harbour"));
  await typing.close();
  expect(other.written).toEqual([typed("harbour")]);
  other.journal.settle(typed("mine"));
  expect(Object.keys(storage)).toEqual([]);
});

test("what could not be written is kept", async () => {
  const { storage, openPage } = createBrowser();
  const first = openPage();
  first.journal.note(typed("harbour"));
  await first.close();
  await openPage().journal.finish(() => Promise.resolve(false), new AbortController().signal);
  expect(Object.keys(storage)).toHaveLength(1);
});
