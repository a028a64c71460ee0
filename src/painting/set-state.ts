import type { PageState } from "@/model/report.ts";
import { pageNames } from "@/painting/page-names.ts";

/** Says on the page's root element what Winnow is doing; `null` takes the attribute away. */
export const setState = (page: Document, state: PageState | null): void => {
  if (state === null) {
    page.documentElement.removeAttribute(pageNames.state);
  } else if (page.documentElement.getAttribute(pageNames.state) !== state) {
    page.documentElement.setAttribute(pageNames.state, state);
  }
};
