/** Lets the browser do what waits before calling back; unlike timers, it is not held back when called often. */
export function soon(callback: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener(
    "message",
    () => {
      port1.close();
      callback();
    },
    { once: true },
  );
  port1.start();
  port2.postMessage(null);
}
