import type { Problem } from "@/model/problem.ts";
import { describeProblem } from "@/ui/controls/describe-problem.ts";

/** Says that something hid everything on several pages in a row, where it did. */
export const Overreach = ({ problem }: { readonly problem: Problem | undefined }) =>
  problem === undefined ? null : (
    <p class="field-warning" role="status">
      {describeProblem(problem)}
    </p>
  );
