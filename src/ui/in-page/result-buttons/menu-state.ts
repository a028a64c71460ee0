import { computed, signal } from "@preact/signals";
import type { ReadonlySignal } from "@preact/signals";

import { printCondition } from "@/filters/print-condition.ts";
import type { ResultOnPage, ResultsOnPage } from "@/messaging/result-buttons.ts";
import type { Filter } from "@/model/filter.ts";
import type { Problem } from "@/model/problem.ts";
import type { Settings } from "@/model/settings.ts";
import type { SettingsStore } from "@/settings/settings-store.ts";
import { newId } from "@/ui/in-page/new-id.ts";

import { obstacleTo, orderAbove } from "./outcome.ts";
import type { Obstacle, OrderAbove } from "./outcome.ts";
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
  /** The result that it was done at, by its id. */
  readonly result: string;
  /** The filter that says it; null where it was taken back. */
  readonly filter: Filter | null;
  readonly undo: () => Promise<void>;
}

export interface MenuState {
  readonly open: ReadonlySignal<OpenMenu | null>;
  readonly done: ReadonlySignal<Done | null>;
  /** What keeps that from being seen at its result, as soon as the page has judged it. */
  readonly obstacle: ReadonlySignal<Obstacle | null>;
  /** Why lifts do nothing on this page now; null where they can. */
  readonly orderAbove: () => OrderAbove | null;
  /** To be called when results were judged anew. */
  readonly lookAgain: () => void;
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
  readonly results: Pick<ResultsOnPage, "all" | "order">;
  readonly language: string;
  /** The name of a new filter that collects subjects of one kind for an action. */
  readonly filterName: (action: MenuAction, kind: "site" | "result") => string;
}

export const createMenuState = ({
  store,
  bringDomains,
  pageHost,
  results,
  language,
  filterName,
}: MenuOptions): MenuState => {
  const open = signal<OpenMenu | null>(null);
  const done = signal<Done | null>(null);
  const problem = signal<Problem | null>(null);
  const looks = signal(0);
  const obstacle = computed(() => {
    // What the page says of its results is no signal.
    void looks.value;
    const { result = "", filter = null } = done.value ?? {};
    const judged = filter && results.all().find((one) => one.result.id === result);
    return filter && judged ? obstacleTo(filter, judged.verdict, results.order) : null;
  });

  /** Changes the settings, closes the menu and offers the way back. */
  const change = async (next: (settings: Settings) => Settings, what: Done["what"], label: string): Promise<void> => {
    problem.value = null;
    const result = open.value?.target.result.id ?? "";
    const action = what === "words" ? "hide" : what;
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
        result,
        // A filter of the same action that was changed is the one that the rule was added to.
        filter: after.find((filter) => filter.action === action && !before.includes(filter)) ?? null,
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
    obstacle,
    orderAbove: () => orderAbove(results.order),
    lookAgain: () => {
      looks.value += 1;
    },
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
        subjects: ruleSubjects(
          result,
          pageHost,
          results.all().map((one) => one.result.host),
        ),
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
