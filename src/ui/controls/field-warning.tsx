import type { Problem } from "@/model/problem.ts";

import { describeProblem } from "./describe-problem.ts";
import { Icon } from "./icon.tsx";

/** What is odd about something that works all the same. */
export const FieldWarning = ({ problem }: { readonly problem: Problem }) => (
  <p class="field-warning" role="status">
    <Icon name="warning" />
    <span>{describeProblem(problem)}</span>
  </p>
);
