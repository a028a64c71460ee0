import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import { defaultKeywordOptions, dottedIs, wordFormLanguages } from "@/model/keyword-list.ts";
import type { KeywordOptions } from "@/model/keyword-list.ts";
import { CheckOption } from "@/ui/controls/check-option.tsx";

import { ChoiceOption } from "./choice-option.tsx";

interface ListOptionsProps {
  readonly options: KeywordOptions;
  readonly onChange: (options: KeywordOptions) => void;
  /** What else there is to choose about the list. */
  readonly children: ComponentChildren;
}

/** The options most lists need, and the ones that only some languages do. */
const plain = ["caseSensitive", "wholeWord", "diacriticsSensitive"] as const;
const special = ["segmentWords", "foldKana", "foldHan"] as const;

/** How the keywords of a list are compared with a page's text. */
export function ListOptions({ options, onChange, children }: ListOptionsProps) {
  const check = (name: (typeof plain)[number] | (typeof special)[number]) => (
    <CheckOption
      key={name}
      label={messageText(`listOption.${name}`)}
      hint={messageText(`listOptionHint.${name}`)}
      checked={options[name]}
      onChange={(checked) => onChange({ ...options, [name]: checked })}
    />
  );
  // Open from the start where something in it is set; after that it is the user's to open and close.
  const [open] = useState(() =>
    (["dottedI", "wordForms", ...special] as const).some((name) => options[name] !== defaultKeywordOptions[name]),
  );
  return (
    <fieldset class="list-options">
      <legend class="visually-hidden">{messageText("options.matching")}</legend>
      {plain.map(check)}
      <details class="more-options" open={open}>
        <summary>{messageText("options.moreOptions")}</summary>
        <ChoiceOption
          label={messageText("listOption.wordForms")}
          hint={messageText("listOptionHint.wordForms")}
          choices={wordFormLanguages.map((name) => [name, messageText(`wordForms.${name}`)])}
          value={options.wordForms}
          onChange={(wordForms) => onChange({ ...options, wordForms })}
        />
        <ChoiceOption
          label={messageText("listOption.dottedI")}
          hint={messageText("listOptionHint.dottedI")}
          choices={dottedIs.map((name) => [name, messageText(`dottedI.${name}`)])}
          value={options.dottedI}
          onChange={(dottedI) => onChange({ ...options, dottedI })}
        />
        {special.map(check)}
        {children}
      </details>
    </fieldset>
  );
}
