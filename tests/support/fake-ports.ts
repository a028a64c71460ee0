import { fakeBrowser } from "wxt/testing/fake-browser";

type Listener = (value: unknown) => void;

interface FakePort {
  readonly name: string;
  readonly onMessage: { readonly addListener: (listener: Listener) => void };
  readonly onDisconnect: { readonly addListener: (listener: Listener) => void };
  readonly postMessage: (message: unknown) => void;
  readonly disconnect: () => void;
}

/** Two ends of one port, told of each other's doings a moment later, as browsers do. */
const portPair = (name: string): readonly [FakePort, FakePort] => {
  const ends = [0, 1].map(() => ({ messages: [] as Listener[], closings: [] as Listener[] }));
  const end = (own: number): FakePort => {
    const tell = (which: "messages" | "closings", value: unknown): void =>
      queueMicrotask(() => ends[1 - own]?.[which].forEach((listener) => listener(value)));
    return {
      name,
      onMessage: { addListener: (listener) => void ends[own]?.messages.push(listener) },
      onDisconnect: { addListener: (listener) => void ends[own]?.closings.push(listener) },
      postMessage: (message) => tell("messages", message),
      disconnect: () => tell("closings", undefined),
    };
  };
  return [end(0), end(1)];
};

/** Lets parts of the extension under test connect to each other. Without a listener, a port closes at once. */
export const fakePorts = (): void => {
  const answering: ((port: FakePort) => void)[] = [];
  Object.assign(fakeBrowser.runtime, {
    onConnect: { addListener: (listener: (port: FakePort) => void) => void answering.push(listener) },
    connect: ({ name }: { readonly name: string }) => {
      const [near, far] = portPair(name);
      queueMicrotask(() => {
        if (answering.length === 0) far.disconnect();
        else answering.forEach((listener) => listener(far));
      });
      return near;
    },
  });
};
