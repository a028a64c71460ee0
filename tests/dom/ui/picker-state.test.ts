import { expect, test } from "vitest";

import type { UserRecipe } from "@/model/settings.ts";
import { createPickerState, shownProposal } from "@/ui/in-page/picker/picker-state.ts";
import type { PickerState } from "@/ui/in-page/picker/picker-state.ts";

import { nameOf, pickedPages } from "../picking/picked-pages.ts";
import { show } from "../picking/scan-with.ts";

const start = (): { readonly state: PickerState; readonly saved: UserRecipe["data"][] } => {
  show(pickedPages.find(({ shape }) => shape === "a grid of rows of cards")!.body);
  const saved: UserRecipe["data"][] = [];
  const state = createPickerState({
    document,
    recipes: () => Promise.resolve([]),
    save: (data) => {
      saved.push(data);
      return Promise.resolve(null);
    },
    runsHere: () => true,
  });
  return { state, saved };
};

const shown = ({ phase: { value } }: PickerState) => (value.kind === "proposed" ? shownProposal(value) : null);

test("narrower and wider show the other proposals and keep what was chosen beside them", async () => {
  const { state } = start();
  await state.pick(document.querySelector(".card a")!);
  const first = shown(state);
  expect(first?.results.map(({ root }) => root)).toEqual([...document.querySelectorAll(".card")]);
  state.setWholeSite(true);
  state.setKeep(false);
  state.widen(1);
  expect(shown(state)).not.toBe(first);
  expect(state.phase.value).toMatchObject({ kind: "proposed", wholeSite: true, keep: false });
  state.widen(-1);
  expect(shown(state)).toBe(first);
  state.widen(-1);
  expect(shown(state)).not.toBe(first);
});

test("steps end where the proposals end", async () => {
  const { state } = start();
  await state.pick(document.querySelector(".card a")!);
  for (let step = 0; step < 20; step++) state.widen(1);
  const widest = shown(state);
  expect(widest?.results.map(({ root }) => root)).toEqual([...document.querySelectorAll(".row")]);
  for (let step = 0; step < 20; step++) state.widen(-1);
  expect(shown(state)?.results[0]?.title?.textContent.trim()).toBe(nameOf(0));
});

test("saves what is shown", async () => {
  const { state, saved } = start();
  await state.pick(document.querySelector(".card a")!);
  state.widen(1);
  const { recipe } = shown(state)!;
  await state.save();
  expect(saved).toMatchObject([{ pages: [{ results: [recipe] }] }]);
  expect(state.phase.value).toEqual({ kind: "saved", runsHere: true });
});

test("says where nothing is alike, and goes on", async () => {
  const { state } = start();
  await state.pick(document.body);
  expect(state.phase.value).toEqual({ kind: "choosing", nothingAlike: true });
  await state.pick(document.querySelector(".card a")!);
  expect(state.phase.value.kind).toBe("proposed");
});
