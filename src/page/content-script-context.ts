/**
 * What WXT hands to a content script, in place of its own: the signal that ends it and no more. WXT's tells the page's
 * window that a script has started, which is nothing to the page, and brings timers that nobody here needs.
 */
export class ContentScriptContext {
  readonly signal: AbortSignal;

  /** @param name the content script's: one that starts ends the one before of that name. */
  constructor(name: string) {
    const end = new AbortController();
    const started = `winnow-started:${name}`;
    // One whose extension was loaded anew is cut off from it, and has to leave the page to the new one.
    document.dispatchEvent(new Event(started));
    document.addEventListener(started, () => end.abort(), { signal: end.signal });
    this.signal = end.signal;
  }
}
