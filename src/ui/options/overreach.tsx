import type { Problem } from "@/model/problem.ts";
import { FieldWarning } from "@/ui/controls/field-warning.tsx";

/** Says that something hid everything on several pages in a row, where it did. */
export const Overreach = ({ problem }: { readonly problem: Problem | undefined }) =>
  problem === undefined ? null : <FieldWarning problem={problem} />;
