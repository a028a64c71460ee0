import type { Hit } from "@/model/hit.ts";

/** The hit that is the same as another one, which was found when the result was read before; lines may have moved. */
export const sameHit = (hits: readonly Hit[], { list, field, span: { start, end } }: Hit): Hit | undefined =>
  hits.find((one) => one.list === list && one.field === field && one.span.start === start && one.span.end === end);
