import { problemText } from "@/browser/message-text.ts";
import type { Problem } from "@/model/problem.ts";

/** Pixels from line to line; the style sheet's `--editor-line` is the same. */
export const lineHeight = 22;

interface EditorLinesProps {
  readonly lines: readonly string[];
  /** The index of the first of them in the list. */
  readonly from: number;
  /** By the index in the list. */
  readonly problems: ReadonlyMap<number, Problem>;
  /** The number of lines in view. */
  readonly rows: number;
  readonly scroll: { readonly top: number; readonly left: number };
}

/**
 * What lies behind the text of the editor, for the eye alone: line numbers, and at each line that can't be read the
 * reason. Only the lines in view exist, so that a list of thousands is as light as one of ten.
 */
export function EditorLines({ lines, from, problems, rows, scroll }: EditorLinesProps) {
  const first = Math.floor(scroll.top / lineHeight);
  const shown = lines.slice(first, first + rows + 1);
  return (
    <div class="editor-back" aria-hidden="true">
      {shown.map((line, offset) => {
        const index = first + offset;
        const problem = problems.get(from + index);
        return (
          <div
            key={index}
            class={problem === undefined ? "editor-line" : "editor-line editor-line-wrong"}
            style={{ transform: `translateY(${index * lineHeight - scroll.top}px)` }}
          >
            <span class="editor-number">{from + index + 1}</span>
            {problem !== undefined && (
              <span class="editor-mirror" style={{ transform: `translateX(${-scroll.left}px)` }}>
                <WrongLine line={line} column={problem.column ?? 1} />
                <span class="editor-reason">{problemText(problem)}</span>
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}

const WrongLine = ({ line, column }: { readonly line: string; readonly column: number }) => {
  const from = Math.min(column - 1, line.length);
  return (
    <>
      {line.slice(0, from)}
      <span class="code-wrong">{line.slice(from) || " "}</span>
    </>
  );
};
