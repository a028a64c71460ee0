import { signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import { printCondition } from "@/filters/print-condition.ts";
import type { ResultOnPage } from "@/messaging/result-buttons.ts";
import type { Problem } from "@/model/problem.ts";
import type { Settings } from "@/model/settings.ts";
import type { SettingsStore } from "@/settings/settings-store.ts";
import { newId } from "@/ui/in-page/new-id.ts";

import { ruleSubjects } from "./rule-subject.ts";
import type { RuleSubjects } from "./rule-subject.ts";
import { kindOfSubject, saysRule, withFiltersBack, withoutRule, withRule } from "./subject-rules.ts";
import type { MenuAction, SubjectRule } from "./subject-rules.ts";
import { titleWords, wordsCondition } from "./title-words.ts";
import type { TitleWord } from "./title-words.ts";

/** The open menu. */
export interface OpenMenu {
  readonly target: ResultOnPage;
  readonly settings: Settings;
  readonly words: readonly TitleWord[];
  readonly subjects: RuleSubjects;
}

/** What was done, until it goes by itself. */
export interface Done {
  /** What became of it: an action, or a rule that was taken back. */
  readonly what: MenuAction | "takenBack" | "words";
  readonly label: string;
  readonly undo: () => Promise<void>;
}

export interface MenuState {
  readonly open: ReadonlySignal<OpenMenu | null>;
  readonly done: ReadonlySignal<Done | null>;
  readonly problem: ReadonlySignal<Problem | null>;
  readonly openAt: (target: ResultOnPage) => Promise<void>;
  readonly close: () => void;
  readonly dismiss: () => void;
  readonly says: (rule: SubjectRule) => boolean;
  /** Makes a rule of a subject, or takes the same rule back where there is one. */
  readonly choose: (rule: SubjectRule, label: string) => Promise<void>;
  readonly hideWords: (chosen: readonly number[]) => Promise<void>;
}

interface MenuOptions {
  readonly store: SettingsStore;
  /** Settled once it is known which domains belong to one owner. */
  readonly bringDomains: () => Promise<void>;
  readonly pageHost: string;
  /** The hosts of all results of the page. */
  readonly hosts: () => readonly (string | null)[];
  readonly language: string;
  /** The name of a new filter that collects subjects of one kind for an action. */
  readonly filterName: (action: MenuAction, kind: "site" | "result") => string;
}

export const createMenuState = ({
  store,
  bringDomains,
  pageHost,
  hosts,
  language,
  filterName,
}: MenuOptions): MenuState => {
  const open = signal<OpenMenu | null>(null);
  const done = signal<Done | null>(null);
  const problem = signal<Problem | null>(null);

  /** Changes the settings, closes the menu and offers the way back. */
  const change = async (next: (settings: Settings) => Settings, what: Done["what"], label: string): Promise<void> => {
    problem.value = null;
    try {
      let before: Settings["filters"] = [];
      let after: Settings["filters"] = [];
      const { problems } = await store.update((settings) => {
        const changed = next(settings);
        before = settings.filters;
        after = changed.filters;
        return changed;
      });
      // Settings of a newer version are not changed; the store says so.
      if (before === after) {
        problem.value = problems[0] ?? { code: "settings-not-saved", args: [""] };
        return;
      }
      open.value = null;
      done.value = {
        what,
        label,
        undo: async () => {
          done.value = null;
          await store.update((settings) => withFiltersBack(settings, before, after));
        },
      };
    } catch (error) {
      problem.value = { code: "settings-not-saved", args: [String(error)] };
    }
  };

  return {
    open,
    done,
    problem,
    openAt: async (target) => {
      done.value = null;
      problem.value = null;
      const [{ settings }] = await Promise.all([store.load(), bringDomains()]);
      const { result } = target;
      open.value = {
        target,
        settings,
        words: titleWords(result.title, language),
        subjects: ruleSubjects(result, pageHost, hosts()),
      };
    },
    close: () => {
      open.value = null;
    },
    dismiss: () => {
      done.value = null;
    },
    says: (rule) => open.value !== null && saysRule(open.value.settings.filters, rule),
    choose: async (rule, label) => {
      const kind = kindOfSubject(rule.condition);
      await (saysRule(open.value?.settings.filters ?? [], rule)
        ? change((settings) => withoutRule(settings, rule), "takenBack", label)
        : change(
            (settings) => withRule(settings, rule, { id: newId(), name: filterName(rule.action, kind) }),
            rule.action,
            label,
          ));
    },
    hideWords: async (chosen) => {
      if (open.value === null || chosen.length === 0) return;
      const { target, words } = open.value;
      const condition = printCondition(wordsCondition(target.result.title, words, chosen));
      await change(
        (settings) => ({
          ...settings,
          filters: [...settings.filters, { id: newId(), name: "", enabled: true, action: "hide", color: 1, condition }],
        }),
        "words",
        condition,
      );
    },
  };
};
