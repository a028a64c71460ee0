import type { Random } from "./random.ts";
import type { Timeline } from "./timeline.ts";

/** What the browser's server and its clients do between devices. */
export interface Cloud {
  /** A device's own copy of `storage.sync`, and the changes of it that have not left the device. */
  readonly join: (name: string, onArrival: (keys: readonly string[]) => void) => CloudDevice;
}

export interface CloudDevice {
  readonly items: Map<string, unknown>;
  online: boolean;
  /** Stores an item here, to be sent. */
  readonly put: (key: string, value: unknown) => void;
  /** Lets whatever waits go on its way. */
  readonly stir: () => void;
}

/** Milliseconds that an item is under way, at most, each way. */
const longestWay = 20_000;

/**
 * A server that keeps the last value of each item that reaches it. Items travel one by one, in any order, and may
 * overtake each other; of several values of one item on their way to a device only the last arrives. Where an item
 * arrives that was changed on the device and not sent yet, either of the two wins.
 */
export function createCloud(timeline: Timeline, random: Random): Cloud {
  const server = new Map<string, unknown>();
  const clients: Client[] = [];

  interface Client extends CloudDevice {
    readonly name: string;
    readonly leaving: Set<string>;
    readonly arriving: Set<string>;
    readonly onArrival: (keys: readonly string[]) => void;
    moving: boolean;
  }

  const commit = (client: Client, key: string): void => {
    if (!client.leaving.delete(key)) return;
    const value = client.items.get(key);
    server.set(key, value);
    timeline.note(() => `${client.name} → cloud ${key} = ${brief(value)}`);
    for (const other of clients) {
      if (other === client) continue;
      other.arriving.add(key);
      other.stir();
    }
    client.arriving.delete(key);
  };

  const deliver = (client: Client, keys: readonly string[]): void => {
    const arrived: string[] = [];
    for (const key of keys) {
      client.arriving.delete(key);
      if (client.leaving.has(key)) {
        // Its own value will be sent and win, or is given up for the server's.
        if (random.chance(0.5)) continue;
        client.leaving.delete(key);
      }
      client.items.set(key, server.get(key));
      arrived.push(key);
    }
    if (arrived.length === 0) return;
    timeline.note(
      () => `cloud → ${client.name} ${arrived.map((key) => `${key} = ${brief(server.get(key))}`).join(", ")}`,
    );
    client.onArrival(arrived);
  };

  /** Moves some of what waits, and comes back for the rest. */
  const move = (client: Client): void => {
    client.moving = false;
    if (!client.online) return;
    const all = random.chance(0.5);
    for (const key of client.leaving) if (all || random.chance(0.5)) commit(client, key);
    const arriving = [...client.arriving].filter(() => all || random.chance(0.5));
    if (arriving.length > 0) deliver(client, arriving);
    client.stir();
  };

  return {
    join: (name, onArrival) => {
      const client: Client = {
        name,
        items: new Map(server),
        leaving: new Set(),
        arriving: new Set(),
        onArrival,
        online: true,
        moving: false,
        put: (key, value) => {
          client.items.set(key, value);
          client.leaving.add(key);
          client.stir();
        },
        stir: () => {
          if (client.moving || !client.online || client.leaving.size + client.arriving.size === 0) return;
          client.moving = true;
          timeline.after(random.below(longestWay), () => move(client));
        },
      };
      clients.push(client);
      return client;
    },
  };
}

const brief = (value: unknown): string => {
  const text = JSON.stringify(value) ?? "nothing";
  return text.length > 80 ? `${text.slice(0, 60)}… (${text.length})` : text;
};
