import type { StorageArea, StorageAreas } from "@/settings/storage-area.ts";

/** Thrown in the place of a call that never returns, so that the test goes on. */
class Killed extends Error {}

/** Storage for a script that is killed before, or right after, its nth call. */
export function killedAt(
  areas: StorageAreas,
  last: number,
  after: boolean,
): { areas: StorageAreas; calls: () => number } {
  let calls = 0;
  const mortal = (area: StorageArea): StorageArea => {
    const call = async <Result>(run: () => Promise<Result>): Promise<Result> => {
      calls += 1;
      if (calls > last || (calls === last && !after)) throw new Killed();
      const result = await run();
      if (calls === last) throw new Killed();
      return result;
    };
    return {
      get: (keys) => call(() => area.get(keys)),
      set: (items) => call(() => area.set(items)),
      remove: (keys) => call(() => area.remove(keys)),
      watch: area.watch,
    };
  };
  return { areas: { local: mortal(areas.local), sync: mortal(areas.sync) }, calls: () => calls };
}
