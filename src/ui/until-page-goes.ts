/** A signal that is aborted when this page is gone for good; a page that the browser keeps to come back to is not. */
export function untilPageGoes(): AbortSignal {
  const abort = new AbortController();
  addEventListener("pagehide", (event) => (event.persisted ? undefined : abort.abort()));
  return abort.signal;
}
