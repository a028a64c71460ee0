import { messageText, problemText } from "@/browser/message-text.ts";
import type { LineIssue } from "@/lists/imported-lists.ts";

/** More lines than these say no more. */
const mostIssues = 100;

interface ImportIssuesProps {
  readonly title: string;
  readonly issues: readonly LineIssue[];
  readonly open?: boolean;
}

/** Lines that were left out or lost something, each with its number and the reason. */
export function ImportIssues({ title, issues, open = false }: ImportIssuesProps) {
  if (issues.length === 0) return null;
  return (
    <details class="import-issues" open={open}>
      <summary>{title}</summary>
      <ol>
        {issues.slice(0, mostIssues).map(({ line, text, problem }, index) => (
          <li key={index}>
            <span class="import-line">{line > 0 ? messageText("options.line", [String(line)]) : ""}</span>
            <code dir="auto">{text}</code>
            <span class="import-problem">
              {problem.column === undefined
                ? problemText(problem)
                : messageText("common.atColumn", [String(problem.column), problemText(problem)])}
            </span>
          </li>
        ))}
      </ol>
      {issues.length > mostIssues && (
        <p class="hint">{messageText("options.moreProblems", issues.length - mostIssues)}</p>
      )}
    </details>
  );
}
