import { browser } from "@/browser/browser.ts";
import { forgetFetchedHost, notedFetchedHosts } from "@/browser/fetched-hosts.ts";
import { grantedSites, installedMatches } from "@/browser/site-permission.ts";
import { browserStorage } from "@/browser/storage-areas.ts";
import { askPage } from "@/messaging/messenger.ts";
import { createSettingsStore } from "@/settings/settings-store.ts";
import { hostPatterns } from "@/subscriptions/host-pattern.ts";

/** The name under which the content script is registered for the sites the user granted. */
const scriptId = "granted-sites";

/** Hardly any of these sites has a recipe, so what finds results without one is there from the start. */
const scripts = ["/detector.js", "/content-scripts/content.js"] as const;

/**
 * Runs the content script wherever the user allowed it beyond the known engines, whichever way the permission was
 * given: from Winnow's own buttons or from the browser's page about the extension.
 */
export function runOnGrantedSites(): void {
  let running: Promise<void> = Promise.resolve();
  let fetchedFrom = "";
  const refresh = (): Promise<void> => {
    running = running.then(registerGranted, registerGranted);
    return running;
  };
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void refresh().then(() => startInOpenTabs(origins));
  });
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    // What is allowed again is allowed for whatever it is wanted for then.
    void Promise.all(origins.map(forgetFetchedHost)).catch(() => undefined);
    void refresh().then(stopWhereRevoked);
  });
  createSettingsStore(browserStorage().local).watch(({ settings }) => {
    const hosts = [...hostPatterns(settings.subscriptions)].join();
    if (hosts !== fetchedFrom) void refresh();
    fetchedFrom = hosts;
  });
  // Permissions may have changed while the background was not running.
  void refresh();
}

async function grantedOrigins(): Promise<string[]> {
  const origins = await grantedSites();
  // A host that was granted so that a subscription can be fetched is no site that the user wants Winnow on.
  const { subscriptions } = (await createSettingsStore(browserStorage().local).load()).settings;
  const fetchedFrom = hostPatterns(subscriptions);
  const noted = await notedFetchedHosts();
  return origins.filter((origin) => !fetchedFrom.has(origin) && !noted.has(origin));
}

/** What a registered script runs, and where. */
interface Registration {
  readonly matches?: readonly string[] | undefined;
  readonly excludeMatches?: readonly string[] | undefined;
  readonly js?: readonly string[] | undefined;
}

/**
 * The same text for registrations that say the same: browsers tell them sorted, and files by the names in the package.
 */
const summaryOf = ({ matches = [], excludeMatches = [], js = [] }: Registration): string =>
  JSON.stringify([matches.toSorted(), excludeMatches.toSorted(), js.map((file) => file.replace(/^\//u, ""))]);

/**
 * What is registered already stays as it is, and what changes is changed in one step: the background starts many times
 * a day, often because a page is just being opened, which would get no content script in between.
 */
async function registerGranted(): Promise<void> {
  const matches = await grantedOrigins();
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
  if (matches.length === 0) {
    if (registered !== undefined) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
    return;
  }
  // The manifest's own entry runs on the excluded pages already.
  const wanted = { matches, excludeMatches: [...installedMatches()], js: [...scripts] };
  if (registered === undefined) {
    // Tabs that the browser restores at its start may load before the background has run.
    const lasting = { id: scriptId, runAt: "document_start", persistAcrossSessions: true } as const;
    await browser.scripting.registerContentScripts([{ ...lasting, ...wanted }]);
  } else if (summaryOf(registered) !== summaryOf(wanted)) {
    await browser.scripting.updateContentScripts([{ id: scriptId, ...wanted }]);
  }
}

async function startInOpenTabs(origins: readonly string[]): Promise<void> {
  const granted = new Set(await grantedOrigins());
  const url = origins.filter((origin) => granted.has(origin));
  const tabs = url.length === 0 ? [] : await browser.tabs.query({ url });
  const started = tabs.map(async ({ id }) => {
    if (id === undefined || (await askPage(id, "report")) !== null) return;
    await browser.scripting.executeScript({ target: { tabId: id }, files: [...scripts] });
  });
  // A tab that shows a page the browser protects refuses; the others don't depend on it.
  await Promise.allSettled(started);
}

async function stopWhereRevoked(): Promise<void> {
  const allowed = [...installedMatches(), ...(await grantedOrigins())];
  const tabs = await browser.tabs.query({});
  const ids = tabs.map(({ id }) => id).filter((id) => id !== undefined);
  await Promise.all(ids.map((id) => askPage(id, "stopUnlessAllowed", allowed)));
}
