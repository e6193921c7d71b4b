import type { Command } from "commander";
import { parseSettings, SECRET_SETTINGS, settingsSchema } from "../../app/settings.server.ts";
import { endWithSentence } from "../end-with-sentence.ts";

export function addConfigCommand(program: Command): void {
  program
    .command("config")
    .description("Print every setting with its value, its default and what it does. All are environment variables; of a secret only whether it is set.")
    .action(endWithSentence(async () => {
      console.log(describeSettings(process.env));
    }));
}

/**
 * Every setting of an installation, two lines each.
 * @throws SettingsProblem when one is wrong
 */
export function describeSettings(environment: Record<string, string | undefined>): string {
  const settings = parseSettings(environment);
  const defaults = parseSettings({});
  return Object.entries(settingsSchema.shape)
    .map(([name, schema]) => {
      const key = name as keyof typeof settings;
      const isSet = Boolean(environment[name]);
      const origin = isSet ? `default ${formatValue(defaults[key])}` : "default";
      const value = isSet && SECRET_SETTINGS.has(name) ? "(set, not shown)" : formatValue(settings[key]);
      return `${name}=${value}  (${origin})\n    ${schema.description ?? ""}`;
    })
    .join("\n");
}

function formatValue(value: unknown): string {
  if (value === undefined) return "none";
  return typeof value === "boolean" ? String(Number(value)) : String(value);
}
