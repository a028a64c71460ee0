/** When a change was made, as people read it. */
export function EntryTime({ time: milliseconds }: { readonly time: number }) {
  const time = new Date(milliseconds);
  return (
    <time dateTime={time.toISOString()}>
      {time.toLocaleString(document.documentElement.lang || undefined, { dateStyle: "medium", timeStyle: "short" })}
    </time>
  );
}
