import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";

export const browserNames = ["chromium", "firefox"] as const;
export type BrowserName = (typeof browserNames)[number];

interface Places {
  /** The environment variable that names the program outright. */
  readonly variable: string;
  /** Names on PATH, Debian's first. */
  readonly programs: readonly string[];
  /** Usual places on macOS and Windows. */
  readonly paths: readonly string[];
  /** The Debian package that brings the browser. */
  readonly package: string;
  /** What to install where that package cannot be had. */
  readonly advice: string;
}

const windowsFolders = [
  process.env["PROGRAMFILES"],
  process.env["PROGRAMFILES(X86)"],
  process.env["LOCALAPPDATA"],
].filter((folder) => folder !== undefined);
const onWindows = (program: string): string[] => windowsFolders.map((folder) => join(folder, program));

const places: Readonly<Record<BrowserName, Places>> = {
  chromium: {
    variable: "WINNOW_CHROMIUM",
    programs: [
      "chromium",
      "chromium-browser",
      "google-chrome",
      "google-chrome-stable",
      "microsoft-edge",
      "microsoft-edge-stable",
    ],
    paths: [
      "/Applications/Chromium.app/Contents/MacOS/Chromium",
      "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
      "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
      ...onWindows("Chromium\\Application\\chrome.exe"),
      ...onWindows("Google\\Chrome\\Application\\chrome.exe"),
      ...onWindows("Microsoft\\Edge\\Application\\msedge.exe"),
    ],
    package: "chromium",
    advice: "Chromium, Chrome or Edge",
  },
  firefox: {
    variable: "WINNOW_FIREFOX",
    programs: ["firefox-esr", "firefox"],
    paths: ["/Applications/Firefox.app/Contents/MacOS/firefox", ...onWindows("Mozilla Firefox\\firefox.exe")],
    package: "firefox-esr",
    advice: "Firefox 142 or later",
  },
};

/** Chinese text is invisible in a headless browser's screenshots without such a font. */
const fontPackage = "fonts-noto-cjk";

const isProgram = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (program: string): string[] =>
  (process.env["PATH"] ?? "").split(delimiter).map((folder) => join(folder, program));

/** The path of an installed browser, or null. */
export const findBrowser = (name: BrowserName): string | null => {
  const { variable, programs, paths } = places[name];
  const named = process.env[variable];
  if (named !== undefined) return isProgram(named) ? named : null;
  return [...programs.flatMap(onPath), ...paths].find(isProgram) ?? null;
};

const hasChineseFont = (): boolean => {
  const { status, stdout } = spawnSync("fc-list", [":lang=zh", "family"], { encoding: "utf8" });
  return status === 0 && stdout.trim() !== "";
};

const canInstall = (): boolean =>
  process.platform === "linux" && process.getuid?.() === 0 && onPath("apt-get").some(isProgram);

const installPackages = (packages: readonly string[], log: (line: string) => void): void => {
  log(`Installing ${packages.join(", ")} from Debian's packages …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [
    ["-qq", "update"],
    ["-qq", "install", "-y", "--no-install-recommends", ...packages],
  ]) {
    const { status, stderr } = spawnSync("apt-get", args, {
      env,
      encoding: "utf8",
      stdio: ["ignore", "ignore", "pipe"],
    });
    if (status !== 0) log(`apt-get ${args.join(" ")} failed:\n${stderr}`);
  }
};

/** How to get a browser that is missing, as one sentence. */
const adviceFor = (name: BrowserName): string => {
  const { package: debianPackage, advice, variable } = places[name];
  return `${name} is missing: install ${advice} (on Debian: apt-get install ${debianPackage}), or name its program in ${variable}.`;
};

/**
 * The paths of the browsers asked for. What is missing is installed where that is possible: on Debian, as root.
 *
 * @throws with what to install, where a browser is still missing.
 */
export const provideBrowsers = <Name extends BrowserName>(
  names: readonly Name[],
  log: (line: string) => void = console.log,
): Readonly<Record<Name, string>> => {
  const missing = names.filter((name) => findBrowser(name) === null);
  const packages = missing.map((name) => places[name].package);
  if (canInstall()) {
    if (!hasChineseFont()) packages.push(fontPackage);
    if (packages.length > 0) installPackages(packages, log);
  }
  const found = names.map((name) => [name, findBrowser(name)] as const);
  const advice = found.filter(([, path]) => path === null).map(([name]) => adviceFor(name));
  if (advice.length > 0) throw new Error(advice.join("\n"));
  return Object.fromEntries(found) as Record<Name, string>;
};
