import { messageText } from "@/browser/message-text.ts";

import { SyntaxTable } from "./syntax-table.tsx";

/** What a keyword line may hold, by example. */
export const KeywordSyntax = () => (
  <SyntaxTable
    title={messageText("syntax.keywords")}
    rows={[
      ["word or phrase", messageText("syntax.phrase")],
      ["colo*r, on?", messageText("syntax.wildcard")],
      ["/gr[ae]y/i", messageText("syntax.regex")],
      ["title: draft", messageText("syntax.field", ["title: snippet: url: site: meta:"])],
      ['"5*"', messageText("syntax.literal")],
      ["# note", messageText("syntax.comment")],
    ]}
  />
);
