import { useSignal } from "@preact/signals";
import { useId, useRef } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import { describeProblem } from "@/ui/controls/describe-problem.ts";
import { useDraft } from "@/ui/editing/use-draft.ts";

import { EditorLines, lineHeight } from "./editor-lines.tsx";
import { findLineProblems } from "./find-line-problems.ts";

/** Lines shown at least and at most before the editor scrolls. */
const [fewestLines, mostLines] = [4, 16];

interface LineEditorProps {
  /** The id of the keyword list. */
  readonly list: string;
  readonly label: string;
}

/** The lines of a keyword list as a text, with each problem at its line. */
export function LineEditor({ list, label }: LineEditorProps) {
  const { text, onInput, onFocus, onBlur } = useDraft({ kind: "lists", id: list, field: "lines" });
  const scroll = useSignal({ top: 0, left: 0 });
  const field = useRef<HTMLTextAreaElement>(null);
  const summary = useId();
  const lines = text.value.split("\n");
  const problems = findLineProblems(lines);
  const rows = Math.min(Math.max(lines.length + 1, fewestLines), mostLines);

  const goTo = (line: number): void => {
    const start = lines.slice(0, line).reduce((sum, before) => sum + before.length + 1, 0);
    field.current?.focus();
    field.current?.setSelectionRange(start, start + (lines[line] ?? "").length);
  };

  return (
    <div class="line-editor">
      <div class="editor-box" style={{ height: `${rows * lineHeight + 2 * 8}px` }}>
        <EditorLines lines={lines} problems={problems} rows={rows} scroll={scroll.value} />
        <textarea
          ref={field}
          class="editor-text"
          aria-label={label}
          aria-describedby={summary}
          aria-invalid={problems.size > 0}
          placeholder={messageText("options.linesHint")}
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          wrap="off"
          value={text.value}
          onInput={onInput}
          onFocus={onFocus}
          onBlur={onBlur}
          onScroll={({ currentTarget }) =>
            (scroll.value = { top: currentTarget.scrollTop, left: currentTarget.scrollLeft })
          }
        />
      </div>
      <div id={summary} class="line-problems" aria-live="polite">
        {problems.size > 0 && <p>{messageText("options.lineProblems", problems.size)}</p>}
        <ul>
          {[...problems].slice(0, mostLines).map(([line, problem]) => (
            <li key={line}>
              <button type="button" class="link-button" onClick={() => goTo(line)}>
                {messageText("options.line", [String(line + 1)])}
              </button>{" "}
              {describeProblem(problem)}
            </li>
          ))}
        </ul>
        {problems.size > mostLines && <p>{messageText("options.moreProblems", problems.size - mostLines)}</p>}
      </div>
    </div>
  );
}
