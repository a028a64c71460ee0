import { defaultKeywordOptions } from "../../src/model/keyword-list.ts";
import type { Settings } from "../../src/model/settings.ts";
import { defaultSettings } from "../../src/settings/default-settings.ts";

/** What `npm start` sets up on a fresh profile, so that the sample page shows each of the main things at once. */
export const exampleSettings: Settings = {
  ...defaultSettings,
  lists: [
    {
      id: "example-consistency",
      name: "Consistency",
      color: 1,
      enabled: true,
      lines: ["一致性", "事务", "consisten*"],
      options: defaultKeywordOptions,
    },
    {
      id: "example-support",
      name: "Support",
      color: 4,
      enabled: true,
      lines: ["支持", "# The next line is a phrase.", "分布式事务"],
      options: defaultKeywordOptions,
    },
  ],
  filters: [
    { id: "example-small", name: "Small files", enabled: true, condition: "size<700KB", action: "fold", color: 1 },
    { id: "example-large", name: "Large files", enabled: true, condition: "size>6MB", action: "dim", color: 1 },
    {
      id: "example-front-end",
      name: "Front end",
      enabled: true,
      condition: "title:FrontEnd",
      action: "hide",
      color: 1,
    },
    { id: "example-redis", name: "Redis", enabled: true, condition: "redis", action: "mark", color: 3 },
  ],
};
