import { z } from "zod";
import { LANGUAGES } from "../sandbox/contract.ts";

/** A wrong setting; `message` is what the person at the terminal reads. */
export class SettingsProblem extends Error {
  override name = "SettingsProblem";
}

/** Languages by name, separated by commas. */
const languageList = z.string().transform((text) => text.split(",").map((name) => name.trim())).pipe(z.array(z.enum(LANGUAGES)));
const flag = z.enum(["0", "1", "true", "false"]).transform((value) => value === "1" || value === "true");

/** Every setting of an installation, each an environment variable. `rung config` prints this. */
export const settingsSchema = z.object({
  NODE_ENV: z.enum(["production", "demo", "development", "test"]).default("production").describe("`production` never makes demo accounts. `demo`, what `npm start` takes when nothing is said, puts them into an empty database. `development` reloads while you edit."),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000).describe("Port of the web server; 0 takes a free one."),
  HOST: z.string().min(1).default("localhost").describe("Address to listen on; `0.0.0.0` for all."),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional().describe("Address under which people reach this site. With https, cookies are `Secure` and HSTS is sent."),
  TRUST_PROXY: flag.default(false).describe("1 when a proxy in front sets X-Forwarded-For, -Host and -Proto."),
  DATABASE_FILE: z.string().min(1).default("data/rung.db").describe("The SQLite file."),
  CONTENT_DIR: z.string().min(1).default("content").describe("The folder with `courses/`."),
  SANDBOX_WORKERS: z.coerce.number().int().min(1).max(64).optional().describe("Processes that grade; by default one less than the processor's cores, at least one."),
  SANDBOX_LANGUAGES: z.union([z.literal(["labs", "none"]), languageList]).default("labs").describe("Languages whose runtimes start with the server: `labs` for those that labs use, `none`, or names separated by commas. Others start with their first run, and whoever that is waits some seconds."),
  RUNG_PYTHON_WHEELS: z.string().min(1).optional().describe("A folder of pure-Python wheels that Python labs may import from, besides the standard library."),
  METRICS_TOKEN: z.string().min(16).regex(/^\S+$/).optional().describe("A secret of at least 16 characters. With `Authorization: Bearer` and this, /metrics answers a monitoring system; without it only administrators who are signed in."),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional().describe("The mail server that sends reminders: `smtps://user:password@mail.example.org`. Without it each message becomes a file in MAIL_FOLDER."),
  MAIL_FROM: z.string().min(3).regex(/^[^\r\n]+@[^\r\n]+$/).default("Rung <rung@localhost>").describe("The sender of e-mail: `Rung <rung@example.org>`."),
  MAIL_FOLDER: z.string().min(1).default("data/outbox").describe("Where e-mail goes as `.eml` files while there is no SMTP_URL."),
  LOG_LEVEL: z.enum(["silent", "error", "warn", "info", "debug"]).default("info").describe("How much is logged."),
});

/** Settings that are never printed. */
export const SECRET_SETTINGS: ReadonlySet<string> = new Set(["METRICS_TOKEN", "SMTP_URL"] satisfies (keyof Settings)[]);

export type Settings = z.infer<typeof settingsSchema>;

/**
 * Reads the settings out of environment variables.
 * @throws SettingsProblem naming each wrong variable, what it is and what it may be.
 */
export function parseSettings(environment: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([name, value]) => name in settingsSchema.shape && value !== ""));
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]) as keyof typeof settingsSchema.shape;
    return `${name}=${SECRET_SETTINGS.has(name) ? "…" : (environment[name] ?? "")}: ${issue.message}. ${settingsSchema.shape[name].description ?? ""}`;
  });
  throw new SettingsProblem(`Rung cannot start with these settings:\n${lines.map((line) => `  ${line}`).join("\n")}`);
}
