import type { Settings } from "@/model/settings.ts";

/** What a fresh installation starts with: everything on, nothing to look for yet. */
export const defaultSettings: Settings = {
  enabled: true,
  pausedSites: [],
  painter: "highlight",
  badge: "hidden",
  resultButtons: "known",
  scrollMarkers: false,
  lists: [],
  filters: [],
  recipes: [],
  subscriptions: [],
};
