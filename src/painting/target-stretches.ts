import type { FieldText } from "@/dom-text/field-text.ts";
import type { Hit } from "@/model/hit.ts";
import { textFieldNames } from "@/model/result.ts";
import type { PaintTarget } from "@/painting/painter.ts";
import { resolveOverlaps } from "@/painting/resolve-overlaps.ts";
import type { PaintedStretch } from "@/painting/resolve-overlaps.ts";

export interface FieldStretch extends PaintedStretch<Hit> {
  readonly field: FieldText;
}

/** The disjoint stretches to paint in a target, field by field; hits of lists without a rank are left out. */
export const targetStretches = (target: PaintTarget, ranks: ReadonlyMap<string, number>): FieldStretch[] =>
  textFieldNames.flatMap((name) => {
    const field = target.fields[name];
    const hits = target.hits.filter((hit) => hit.field === name && ranks.has(hit.list));
    return resolveOverlaps(hits, (hit) => ranks.get(hit.list) ?? 0).map((stretch) => ({ ...stretch, field }));
  });
