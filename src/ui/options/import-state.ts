import { effect, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import { decodeText, largestImport } from "@/lists/decode-text.ts";
import type { ImportedLists, ImportFormat } from "@/lists/imported-lists.ts";
import { planImport } from "@/lists/plan-import.ts";
import type { ImportPlan, PartChoice } from "@/lists/plan-import.ts";
import { readImportInSteps } from "@/lists/read-import.ts";
import type { ImportOptions } from "@/lists/read-import.ts";
import type { Problem } from "@/model/problem.ts";
import type { RulesetStore } from "@/rulesets/ruleset-store.ts";
import { workInSlices } from "@/rulesets/work-in-slices.ts";
import { revertChange } from "@/settings/merge-settings.ts";
import type { SettingsState } from "@/ui/editing/settings-state.ts";

import { createBroughtRulesets } from "./brought-rulesets.ts";
import type { BroughtRuleset } from "./brought-rulesets.ts";
import { createFileQueue } from "./file-queue.ts";
import type { FileQueue } from "./file-queue.ts";
import { putRulesets } from "./put-rulesets.ts";

/** A text that was read, to be looked through before anything is done with it. */
export interface ReadText {
  readonly text: string;
  /** Null for what was pasted. */
  readonly fileName: string | null;
  readonly encoding: string;
  readonly imported: ImportedLists;
}

/** What was done, and how it is taken back. */
export interface DoneImport {
  readonly plan: ImportPlan;
  readonly undo: () => Promise<void>;
}

/** An import from the choice of a file to its preview, until it is done or let go. */
export interface ImportState extends FileQueue {
  readonly reading: ReadonlySignal<boolean>;
  readonly read: ReadonlySignal<ReadText | null>;
  readonly plan: ReadonlySignal<ImportPlan | null>;
  /** Why nothing was read or done. */
  readonly problems: ReadonlySignal<readonly Problem[]>;
  readonly readPasted: (text: string) => Promise<void>;
  /** Reads the same text as another format. */
  readonly readAs: (format: ImportFormat) => Promise<void>;
  readonly choose: (key: string, choice: PartChoice) => Promise<void>;
  readonly cancel: () => void;
  /** Does what is planned; null, with a problem, where storage refused it and nothing has changed. */
  readonly apply: () => Promise<DoneImport | null>;
}

/** Goes through steps for as long as they are wanted; null where they no longer are. */
function* stepsWhile<Result>(isWanted: () => boolean, steps: Generator<void, Result>): Generator<void, Result | null> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (!isWanted()) return null;
    yield;
  }
}

export function createImportState(
  { settings, problems: settingsProblems, change }: SettingsState,
  store: RulesetStore,
): ImportState {
  const reading = signal(false);
  const read = signal<ReadText | null>(null);
  const problems = signal<readonly Problem[]>([]);
  const choices = signal<ReadonlyMap<string, PartChoice>>(new Map());
  const brought = createBroughtRulesets(store);
  let ids = new Map<string, string>();

  const newId = (key: string): string => {
    const id = ids.get(key) ?? crypto.randomUUID();
    ids.set(key, id);
    return id;
  };

  const plan = signal<ImportPlan | null>(null);
  /** The rulesets that the plan was worked out from. */
  let plannedOver: readonly BroughtRuleset[] = [];
  /** Settled when the plan is that of what was read and chosen last. */
  let planned: Promise<void> = Promise.resolve();
  let latest = 0;
  effect(() => {
    const rulesets = brought.rulesets.value;
    const present = { settings: settings.value, rulesets };
    const number = ++latest;
    if (read.value === null) {
      plan.value = null;
      return;
    }
    const steps = planImport(present, read.value.imported, choices.value, newId);
    planned = (async () => {
      try {
        const next = await workInSlices(steps);
        if (number !== latest) return;
        plan.value = next;
        plannedOver = rulesets;
      } catch (error) {
        problems.value = [{ code: "import-failed", args: [String(error)] }];
      }
    })();
  });

  /** Grows with everything that is begun, and with letting go: what was begun before is of no interest any more. */
  let begun = 0;
  const begin = (): (() => boolean) => {
    const number = ++begun;
    return () => number === begun;
  };

  const reset = (): void => {
    reading.value = false;
    read.value = null;
    problems.value = [];
    choices.value = new Map();
    ids = new Map();
  };

  const readText = async (
    { text, fileName, encoding }: Omit<ReadText, "imported">,
    isWanted: () => boolean,
    format?: ImportFormat,
  ): Promise<void> => {
    reset();
    reading.value = true;
    try {
      const options: ImportOptions = {
        ...(fileName === null ? {} : { fileName }),
        ...(format === undefined ? {} : { format }),
      };
      const imported = await workInSlices(stepsWhile(isWanted, readImportInSteps(text, options)));
      if (imported === null || !isWanted()) return;
      problems.value = encoding.startsWith("utf-")
        ? imported.problems
        : [...imported.problems, { code: "import-guessed-encoding", args: [encoding] }];
      if (imported.format === null) return;
      await brought.lookFor(imported);
      if (!isWanted()) return;
      read.value = { text, fileName, encoding, imported };
      await planned;
    } catch (error) {
      if (isWanted()) problems.value = [{ code: "import-failed", args: [String(error)] }];
    } finally {
      if (isWanted()) reading.value = false;
    }
  };

  const readFile = async (file: File): Promise<void> => {
    const isWanted = begin();
    reset();
    if (file.size > largestImport) {
      problems.value = [{ code: "import-too-large", args: [] }];
      return;
    }
    reading.value = true;
    // A folder that was dropped cannot be read, nor can a file that was changed or deleted since it was chosen.
    const buffer = await file.arrayBuffer().catch(() => null);
    if (!isWanted()) return;
    reading.value = false;
    if (buffer === null) {
      problems.value = [{ code: "import-unreadable-file", args: [file.name] }];
      return;
    }
    const decoded = decodeText(new Uint8Array(buffer));
    if (decoded.ok) {
      await readText({ text: decoded.text, fileName: file.name, encoding: decoded.encoding }, isWanted);
    } else problems.value = [decoded.problem];
  };
  const files = createFileQueue(readFile);

  const doPlanned = async (): Promise<DoneImport | null> => {
    await planned;
    const done = plan.value;
    if (done === null) return null;
    const isWanted = begin();
    const before = settings.value;
    const put = await putRulesets(store, done.rulesets, plannedOver);
    if (!put.ok) {
      problems.value = [put.problem];
      return null;
    }
    // What only brings rulesets leaves the settings alone.
    const changesSettings = done.change(before) !== before;
    if (changesSettings && !(await change(done.change))) {
      await put.undo();
      // Why, stands above all the page; it is said here too, where nothing has happened.
      problems.value = settingsProblems.value.slice(-1);
      return null;
    }
    const after = settings.value;
    // What was begun meanwhile is the next import.
    if (isWanted()) {
      reset();
      void files.readNext();
    }
    return {
      plan: done,
      undo: async () => {
        await put.undo();
        if (changesSettings) await change(revertChange(before, after));
      },
    };
  };

  let doing: Promise<DoneImport | null> | null = null;
  /** The preview tells of what is there now; what an import brings itself is no news to it. */
  const followStored = (): void => {
    if (doing !== null || read.value === null) return;
    // Where that fails the preview stays as it is: nothing is put over a state that it does not know.
    brought.lookAgain().catch(() => undefined);
  };
  store.watch(followStored);

  const apply = async (): Promise<DoneImport | null> => {
    // Done once, however often it is asked for: each doing would have an undo of its own.
    if (doing !== null) return null;
    doing = doPlanned();
    try {
      return await doing;
    } finally {
      doing = null;
      followStored();
    }
  };

  return {
    reading,
    read,
    plan,
    problems,
    ...files,
    readPasted: (text) => readText({ text, fileName: null, encoding: "utf-8" }, begin()),
    readAs: async (format) => {
      const { text, fileName, encoding } = read.value ?? { text: "", fileName: null, encoding: "utf-8" };
      await readText({ text, fileName, encoding }, begin(), format);
    },
    choose: async (key, choice) => {
      const into = choice.into;
      if (typeof into === "string" && key.startsWith("rules-")) await brought.load(into);
      choices.value = new Map([...choices.value, [key, { ...choices.value.get(key), ...choice }]]);
    },
    cancel: () => {
      begin();
      reset();
      void files.readNext();
    },
    apply,
  };
}
