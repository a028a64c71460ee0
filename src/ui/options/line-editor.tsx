import { useSignal } from "@preact/signals";
import { useId, useLayoutEffect, useRef } from "preact/hooks";

import { messageText } from "@/browser/message-text.ts";
import { describeProblem } from "@/ui/controls/describe-problem.ts";
import { useDraft } from "@/ui/editing/use-draft.ts";

import { EditorLines, lineHeight } from "./editor-lines.tsx";
import { findLineProblems } from "./find-line-problems.ts";
import { LinePartTools } from "./line-part-tools.tsx";
import { useLinePart } from "./use-line-part.ts";

/** Lines shown at least and at most before the editor scrolls. */
const [fewestLines, mostLines] = [4, 16];

/** More lines than these are not pasted into the field. */
const mostPasted = 300;

interface LineEditorProps {
  /** The id of the keyword list. */
  readonly list: string;
  readonly label: string;
}

/** The lines of a keyword list as a text, with each problem at its line. Of a long list a part is in the field. */
export function LineEditor({ list, label }: LineEditorProps) {
  const { text, onInput, onFocus, onBlur } = useDraft({ kind: "lists", id: list, field: "lines" });
  const scroll = useSignal({ top: 0, left: 0 });
  const field = useRef<HTMLTextAreaElement>(null);
  const summary = useId();
  const lines = text.value.split("\n");
  const { from, after, show } = useLinePart(lines.length);
  const shown = lines.slice(from, lines.length - after);
  const problems = findLineProblems(lines);
  const rows = Math.min(Math.max(shown.length + 1, fewestLines), mostLines);

  /** The line to select once its part is in the field. */
  const sought = useRef<number | null>(null);
  useLayoutEffect(() => {
    const line = sought.current;
    if (line === null || line < from || line >= from + shown.length) return;
    sought.current = null;
    const start = shown.slice(0, line - from).reduce((sum, before) => sum + before.length + 1, 0);
    field.current?.focus();
    field.current?.setSelectionRange(start, start + (shown[line - from] ?? "").length);
    field.current?.scrollTo(0, Math.max(0, (line - from - 2) * lineHeight));
  });
  const select = (line: number): void => {
    sought.current = line;
    show(line);
  };

  /** Puts another text in the place of the part that is in the field. */
  const replacePart = (replaced: string): void => {
    const value = [...lines.slice(0, from), replaced, ...lines.slice(lines.length - after)].join("\n");
    onInput({ currentTarget: { value } });
  };
  /** A long text goes into the list, not through the field, which would take long to lay it out. */
  const pasteLong = (event: ClipboardEvent & { readonly currentTarget: HTMLTextAreaElement }): void => {
    const pasted = (event.clipboardData?.getData("text/plain") ?? "").replaceAll(/\r\n?/gu, "\n");
    const count = pasted.split("\n").length;
    if (count <= mostPasted) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    const before = value.slice(0, selectionStart);
    replacePart(before + pasted + value.slice(selectionEnd));
    select(from + before.split("\n").length + count - 2);
  };

  return (
    <div class="line-editor">
      {shown.length < lines.length && (
        <LinePartTools lines={lines} from={from} count={shown.length} onShow={show} onFound={select} />
      )}
      <div class="editor-box" style={{ height: `${rows * lineHeight + 2 * 8}px` }}>
        <EditorLines lines={shown} from={from} problems={problems} rows={rows} scroll={scroll.value} />
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
          value={shown.join("\n")}
          onInput={({ currentTarget }) => replacePart(currentTarget.value)}
          onPaste={pasteLong}
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
              <button type="button" class="link-button" onClick={() => select(line)}>
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
