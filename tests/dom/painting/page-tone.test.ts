import { afterEach, expect, test, vi } from "vitest";

import { readPageTone, watchPageTone } from "@/painting/page-tone.ts";

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

/** Has computed styles say this of the body, and of all else that nothing is painted behind it. */
const paintBody = (back: string, text = "rgb(0, 0, 0)"): void => {
  vi.spyOn(window, "getComputedStyle").mockImplementation(
    (element) =>
      ({
        backgroundColor: element === document.body ? back : "rgba(0, 0, 0, 0)",
        color: text,
      }) as CSSStyleDeclaration,
  );
};

const addResult = (): Element => {
  const element = document.createElement("p");
  document.body.append(element);
  return element;
};

test.each([
  ["rgb(255, 255, 255)", "light"],
  ["rgb(17, 17, 17)", "dark"],
  ["rgba(17, 17, 17, 0.9)", "dark"],
  ["oklch(0.2 0.02 260)", "dark"],
  ["oklch(0.97 0.01 106)", "light"],
  ["oklch(0.97 none none / 0.9)", "light"],
  ["oklab(0.25 -0.01 0.02)", "dark"],
  ["lab(12 1.5 -3)", "dark"],
  ["lch(95 3 120)", "light"],
  ["color(srgb 0.1 0.1 0.12)", "dark"],
  ["color(srgb 0.98 0.98 1 / 0.8)", "light"],
  ["color(display-p3 0.07 0.08 0.1)", "dark"],
  ["color(srgb-linear 0.9 0.9 0.9)", "light"],
  ["color(xyz-d65 0.01 0.01 0.02)", "dark"],
])("%s is %s", (back, tone) => {
  paintBody(back);
  expect(readPageTone(addResult())).toBe(tone);
});

test.each(["rgba(0, 0, 0, 0.2)", "oklch(0.1 0 0 / 0.2)", "color(unheard-of 0 0 0)", "paint(it black)"])(
  "%s tells nothing, and the text does",
  (back) => {
    paintBody(back, "oklch(0.95 0 0)");
    expect(readPageTone(addResult())).toBe("dark");
    paintBody(back, "lab(5 0 0)");
    expect(readPageTone(addResult())).toBe("light");
  },
);

test("what is switched on a result or around it is told of, and what scrolling writes there is not", async () => {
  const around = document.createElement("main");
  const result = document.createElement("article");
  around.append(result);
  document.body.append(around);
  const onChange = vi.fn<() => void>();
  const stop = watchPageTone(document, result, onChange);
  let times = 0;
  const isTold = async (change: () => void): Promise<boolean> => {
    change();
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    const isMore = onChange.mock.calls.length > times;
    times = onChange.mock.calls.length;
    return isMore;
  };
  expect(await isTold(() => result.setAttribute("class", "dark"))).toBe(true);
  expect(await isTold(() => result.setAttribute("data-winnow-hits", "3"))).toBe(false);
  expect(await isTold(() => around.setAttribute("style", "--bg: #111; --scroll: 12px"))).toBe(true);
  expect(await isTold(() => around.setAttribute("style", "--bg: #111; --scroll: 17.5px; top: 3px"))).toBe(false);
  expect(await isTold(() => around.setAttribute("style", "background-color: white"))).toBe(true);
  const sheet = document.createElement("style");
  document.body.prepend(sheet);
  await isTold(() => undefined);
  expect(await isTold(() => sheet.remove())).toBe(true);
  stop();
  expect(await isTold(() => around.setAttribute("class", "light"))).toBe(false);
});

test("a style sheet that came, and colours that came to rest behind a result, are told of", async () => {
  const result = addResult();
  const beside = addResult();
  const onChange = vi.fn<() => void>();
  const stop = watchPageTone(document, result, onChange);
  const rest = (on: Element, propertyName: string): boolean =>
    on.dispatchEvent(Object.assign(new Event("transitionend", { bubbles: true }), { propertyName }));
  rest(beside, "background-color");
  rest(document.body, "opacity");
  await new Promise(requestAnimationFrame);
  expect(onChange).toHaveBeenCalledTimes(0);
  rest(document.body, "background-color");
  await expect.poll(() => onChange.mock.calls.length).toBe(1);
  const sheet = document.createElement("style");
  document.body.append(sheet);
  sheet.dispatchEvent(new Event("load"));
  await expect.poll(() => onChange.mock.calls.length).toBe(2);
  stop();
  rest(document.body, "background-color");
  sheet.dispatchEvent(new Event("load"));
  await new Promise(requestAnimationFrame);
  expect(onChange).toHaveBeenCalledTimes(2);
});
