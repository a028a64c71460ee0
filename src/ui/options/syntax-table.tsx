interface SyntaxTableProps {
  readonly title: string;
  /** Pairs of an example, with two spaces between terms that may stand on two lines, and what it means. */
  readonly rows: readonly (readonly [example: string, meaning: string])[];
}

/** A folded table of examples. */
export const SyntaxTable = ({ title, rows }: SyntaxTableProps) => (
  <details class="syntax">
    <summary>{title}</summary>
    <dl>
      {rows.map(([example, meaning]) => (
        <div key={example}>
          <dt dir="ltr">
            {example.split("  ").map((term) => (
              <code key={term}>{term}</code>
            ))}
          </dt>
          <dd>{meaning}</dd>
        </div>
      ))}
    </dl>
  </details>
);
