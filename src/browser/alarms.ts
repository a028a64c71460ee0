import { browser } from "./browser.ts";

/**
 * Has the background woken at a time, in milliseconds since the epoch, instead of when it was to be; null: not at all.
 */
export async function setAlarm(name: string, time: number | null): Promise<void> {
  if (time === null) await browser.alarms.clear(name);
  else await browser.alarms.create(name, { when: time });
}

export const onAlarm = (name: string, listener: () => void): void =>
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) listener();
  });
