/**
 * A WebDriver BiDi connection: numbered commands with answers, and events.
 * https://w3c.github.io/webdriver-bidi/#protocol
 */
export interface BidiConnection {
  /** Sends a command and waits for its result; rejects with the browser's error and message. */
  readonly send: <Result = unknown>(method: string, params: object) => Promise<Result>;
  /** Calls a listener for every event of this name. */
  readonly on: (event: string, listener: (params: never) => void) => void;
  readonly close: () => void;
}

interface Message {
  readonly type: "success" | "error" | "event";
  readonly id: number | null;
  readonly result?: unknown;
  readonly error?: string;
  readonly message?: string;
  readonly method?: string;
  readonly params?: unknown;
}

interface Waiting {
  readonly resolve: (result: never) => void;
  readonly reject: (error: Error) => void;
}

/** Connects to a browser's BiDi address. */
export const connectBidi = async (address: string): Promise<BidiConnection> => {
  const socket = new WebSocket(address);
  const waiting = new Map<number, Waiting>();
  const listeners = new Map<string, ((params: never) => void)[]>();
  let count = 0;

  socket.addEventListener("message", ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.type === "event") {
      for (const listener of listeners.get(message.method ?? "") ?? []) listener(message.params as never);
      return;
    }
    const command = waiting.get(message.id ?? 0);
    waiting.delete(message.id ?? 0);
    if (message.type === "success") command?.resolve(message.result as never);
    else command?.reject(new Error(`${message.error}: ${message.message}`));
  });
  socket.addEventListener("close", () => {
    for (const { reject } of waiting.values()) reject(new Error("The browser closed the connection."));
    waiting.clear();
  });
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener("open", () => resolve());
    socket.addEventListener("error", () => reject(new Error(`No connection to ${address}.`)));
  });

  return {
    send: (method, params) =>
      new Promise((resolve, reject) => {
        if (socket.readyState !== WebSocket.OPEN) {
          reject(new Error("The connection to the browser is closed."));
          return;
        }
        count += 1;
        waiting.set(count, { resolve, reject });
        socket.send(JSON.stringify({ id: count, method, params }));
      }),
    on: (event, listener) => {
      listeners.set(event, [...(listeners.get(event) ?? []), listener]);
    },
    close: () => socket.close(),
  };
};
