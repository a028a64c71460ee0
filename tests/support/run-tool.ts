import { spawn } from "node:child_process";
import { resolve } from "node:path";

/** The folder that holds package.json. */
export const projectRoot = resolve(import.meta.dirname, "../..");

export interface ToolRun {
  readonly ok: boolean;
  /** Everything the tool wrote to its standard output. */
  readonly stdout: string;
  /** Everything the tool wrote, in the order it was written. */
  readonly output: string;
}

interface ToolOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Pass on what the tool writes as it comes. */
  readonly live?: boolean;
}

/** Runs one of the development dependencies' programs in the project's folder and waits for its end. */
export const runTool = (name: string, args: readonly string[], { env, live }: ToolOptions = {}): Promise<ToolRun> =>
  new Promise((settle) => {
    let stdout = "";
    let output = "";
    const tool = spawn(name, args, {
      cwd: projectRoot,
      // What is only read afterwards is read without colours.
      env: { ...process.env, ...(live ? {} : { NO_COLOR: "1" }), ...env },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    tool.stdout.setEncoding("utf8").on("data", (text: string) => {
      stdout += text;
      output += text;
      if (live) process.stdout.write(text);
    });
    tool.stderr.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      if (live) process.stderr.write(text);
    });
    tool.on("error", (error) => settle({ ok: false, stdout, output: `${output}${error.message}\n` }));
    tool.on("close", (status) => settle({ ok: status === 0, stdout, output }));
  });
