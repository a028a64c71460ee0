import { messageText } from "@/browser/message-text.ts";
import { facetNames } from "@/model/facet.ts";

import { SyntaxTable } from "./syntax-table.tsx";

/** What a filter's condition may hold, by example. */
export const ConditionSyntax = () => (
  <SyntaxTable
    title={messageText("syntax.conditions")}
    rows={[
      ['cheap "used car"', messageText("syntax.words")],
      ["title:draft  site:example.com", messageText("syntax.field", ["title: snippet: url: site: meta:"])],
      ["pages>=30  size<5MB  age<2y", messageText("syntax.figures", [facetNames.join(", ")])],
      ["price=10..20", messageText("syntax.range")],
      ["has:date  -has:size", messageText("syntax.has")],
      ["prop:$category=images", messageText("syntax.property")],
      ["list:Good  hits>=2", messageText("syntax.hits")],
      ["(a OR b) AND NOT c", messageText("syntax.logic")],
    ]}
  />
);
