import type { Settings } from "@/model/settings.ts";

/** The name under which a host is paused: hosts with and without `www.` are one site. */
export const siteOf = (host: string): string => host.toLowerCase().replace(/^www\./, "");

/** Whether Winnow runs on a host, as far as the user's switches say. */
export const runsOn = (settings: Settings, host: string): boolean =>
  settings.enabled && !settings.pausedSites.includes(siteOf(host));

/** The settings with a host's switch turned on or off. */
export const withSite = (settings: Settings, host: string, on: boolean): Settings => {
  const others = settings.pausedSites.filter((site) => site !== siteOf(host));
  return { ...settings, pausedSites: on ? others : [...others, siteOf(host)] };
};
