import type { ComponentChildren } from "preact";

interface SectionProps {
  readonly id: string;
  readonly title: string;
  readonly hint: string;
  readonly children: ComponentChildren;
}

/** One part of the settings page, with a sentence that says what it is for. */
export const Section = ({ id, title, hint, children }: SectionProps) => (
  <section id={id} class="section" aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    <p class="section-hint">{hint}</p>
    {children}
  </section>
);
